'use server';

import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { missedCallViewer } from '../missed-calls/visible.ts';
import { isSmsSetUp } from './access.ts';
import { announceUnderWay } from './announce.ts';
import { findRecipient, prepareMessage, type SmsPreparation } from './queries.ts';
import { PrepareSms, SendSms } from './schema.ts';
import { storeSms } from './store.ts';
import { wakeSms } from './wake.ts';

/** What to begin a message with, or whom to ask where none can be sent. */
export async function prepareSms(raw: unknown): Promise<ActionResult<SmsPreparation>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = PrepareSms.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read') || !may(user, 'missed-call:sms')) return refused('notAllowed');

  const preparation = await prepareMessage(input.data.missedCallId, await missedCallViewer(user));
  return preparation ? doneWith(preparation) : refused('notFound');
}

/** Leaves a message to the caller of a missed call in the outbox (S2.19); what becomes of it is told on the row. */
export async function sendSms(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SendSms.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read') || !may(user, 'missed-call:sms')) return refused('notAllowed');

  const { smsId, missedCallId, text } = input.data;
  const recipient = await findRecipient(missedCallId, await missedCallViewer(user));
  if (!recipient) return refused('notFound');
  if (!(await isSmsSetUp())) return refused('smsNotSetUp');

  const outcome = await storeSms({ id: smsId, missedCallId, toE164: recipient.e164, text, byId: user.id, queuedAt: now() });
  if (outcome === 'gone') return refused('notFound');
  if (outcome === 'underWay') return refused('smsUnderWay');
  if (outcome === 'taken') return refused('conflict');
  if (outcome === 'queued') {
    await announceUnderWay([missedCallId], user.id);
    wakeSms();
  }
  return done;
}
