import type { PoolClient } from 'pg';
import type { Book } from '../missed-calls/book.ts';
import { listedRowsOf } from '../missed-calls/row-store.ts';
import { readMissedCallSettings } from '../missed-calls/settings.ts';
import { outcomeOf } from './outcome.ts';
import { callBackOf, saveCallBack } from './store.ts';
import { tellOutcome } from './tell.ts';
import type { CallBack, DialledCall } from './types.ts';

/**
 * What dialled calls mean for the attempts they were dialled for (S2.19), in the transaction that stores them; whoever calls holds
 * the turns of the callers. A call that no attempt waits for is nobody's call back. Answers the attempts that changed.
 */
export async function settleCallBacks(client: PoolClient, book: Book, calls: DialledCall[], now: Date): Promise<CallBack[]> {
  const changed: CallBack[] = [];
  for (const call of calls) {
    const callBack = await callBackOf(client, call);
    const after = callBack && (await settle(client, book, callBack, call, now));
    if (after) changed.push(after);
  }
  return changed;
}

async function settle(client: PoolClient, book: Book, callBack: CallBack, call: DialledCall, now: Date): Promise<CallBack> {
  const outcome = outcomeOf(call);
  const tied = { ...callBack, callId: call.callId, answeredAt: call.answeredAt };
  const after = outcome
    ? { ...tied, outcome: outcome.kind, endedAt: callBack.endedAt ?? now, leasedUntil: null }
    : { ...tied, missedCallIds: callBack.missedCallIds };

  // What late events correct is told anew: nothing that was told is taken back.
  if (outcome && outcome.kind !== callBack.outcome) {
    if (callBack.callerE164) for (const row of await listedRowsOf(client, callBack.callerE164)) book.read(row);
    const settings = await readMissedCallSettings(client);
    after.missedCallIds = await tellOutcome({ client, book, callBack, settings, now }, outcome);
  }
  await saveCallBack(client, after);
  return after;
}
