import type { PoolClient } from 'pg';
import type { Book } from '../missed-calls/book.ts';
import { rowsMissedBefore } from '../missed-calls/dealt-with.ts';
import { findRows } from '../missed-calls/row-store.ts';
import type { MissedCallSettings } from '../missed-calls/settings.ts';
import type { Outcome } from './outcome.ts';
import type { CallBack } from './types.ts';

type Told = { client: PoolClient; book: Book; callBack: CallBack; settings: MissedCallSettings; now: Date };

/**
 * Tells the rows of an attempt what came of it. Who is reached is dealt with on every line (S2.14b): rows that they were missed in
 * since the attempt began have it in their history too. Answers the rows that have it now.
 */
export async function tellOutcome({ client, book, callBack, settings, now }: Told, outcome: Outcome): Promise<string[]> {
  const { id: attemptId, byId, callerE164 } = callBack;
  for (const row of await findRows(client, callBack.missedCallIds)) book.read(row);
  if (outcome.kind === 'not_reached') {
    for (const id of callBack.missedCallIds) {
      book.tell(id, { type: 'call_not_reached', at: now, attemptId, cause: outcome.cause });
    }
    return callBack.missedCallIds;
  }

  const dealtWith = callerE164 ? rowsMissedBefore(book, callerE164, outcome.answeredAt).map((row) => row.id) : [];
  const late = dealtWith.filter((id) => !callBack.missedCallIds.includes(id));
  for (const id of late) book.tell(id, { type: 'call_started', at: now, attemptId, byId });
  const told = [...callBack.missedCallIds, ...late];
  for (const id of told) book.tell(id, { type: 'call_reached', at: now, attemptId, talkSeconds: outcome.talkSeconds });
  if (settings.hidesCalledBack) {
    for (const id of dealtWith) book.tell(id, { type: 'removed', at: now, reason: 'called_back', byId: null });
  }
  return told;
}
