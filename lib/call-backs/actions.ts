'use server';

import { type ActionResult, done, doneWith, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { announceMissedCalls } from '../missed-calls/announce.ts';
import { missedCallViewer } from '../missed-calls/visible.ts';
import { announceCallBack } from './announce.ts';
import { endIfUndialled } from './end-undialled.ts';
import { ownsCallBack } from './queries.ts';
import { BeginCallBack, GiveUpCallBack } from './schema.ts';
import { type Taken, takeCallBack } from './take.ts';

/** Begins to call a missed caller back: it is in the history, and nobody else can call them meanwhile. Answers the number to dial. */
export async function beginCallBack(raw: unknown): Promise<ActionResult<{ number: string }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = BeginCallBack.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read') || !may(user, 'call:handle')) return refused('notAllowed');

  const { callBackId, missedCallId } = input.data;
  const taken = await takeCallBack({ id: callBackId, missedCallId, user }, await missedCallViewer(user), now());
  if (taken.kind !== 'taken') return refusal(taken);

  announceMissedCalls(taken.changed, { byId: user.id });
  await announceCallBack(taken.callBack, now());
  return doneWith({ number: taken.number });
}

function refusal(taken: Exclude<Taken, { kind: 'taken' }>): Refused {
  if (taken.kind === 'used') return refused('conflict');
  if (taken.kind !== 'held') return refused(taken.kind);
  return taken.isOwn ? refused('callBackUp') : refused('beingCalledBack', { name: taken.byName });
}

/** An attempt whose phone did not dial is over. One that became a call ends with it, whatever is said here. */
export async function giveUpCallBack(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = GiveUpCallBack.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!(await ownsCallBack(input.data.callBackId, user.id))) return refused('notFound');

  const outcome = await endIfUndialled(input.data.callBackId, now());
  if (outcome) {
    announceMissedCalls(outcome.changed, { byId: user.id });
    await announceCallBack(outcome.ended, now());
  }
  return done;
}
