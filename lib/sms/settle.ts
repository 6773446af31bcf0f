import type { PoolClient } from 'pg';
import { inTransaction } from '../db/transaction.ts';
import { type ChangedRow, openBook } from '../missed-calls/book.ts';
import { findRow, lockCallers, type StoredRow, turnOf } from '../missed-calls/row-store.ts';
import { readMissedCallSettings } from '../missed-calls/settings.ts';
import type { LedgerEvent } from '../missed-calls/types.ts';
import type { SmsCause } from './causes.ts';
import { lockSms, type StoredSms } from './outbox.ts';
import { nextSmsState, type SmsEvent, type SmsTold } from './states.ts';
import type { SmsState } from './types.ts';

/** What was heard of a message. `providerId`: what the provider calls it, where it said so. */
export type SmsNews = { event: SmsEvent; cause: SmsCause | null; providerId: string | null; at: Date };
/** What came of it; null where nothing has changed. */
export type SettledSms = { byId: string; smsId: string; state: SmsState; cause: SmsCause | null; changed: ChangedRow[] };

const SAVE = `
  update "SmsMessage"
     set state = $2::"SmsState", cause = $3, "providerId" = coalesce($4, "providerId"), "hidAt" = coalesce($6, "hidAt"),
         "sentAt" = case when $2::"SmsState" in ('sent', 'delivered', 'undelivered') then coalesce("sentAt", $5) end,
         "settledAt" = case when $2::"SmsState" = 'sent' then null else $5 end, "nextAttemptAt" = null, "leasedUntil" = null
   where id = $1`;
const NAME = 'update "SmsMessage" set "providerId" = coalesce("providerId", $2) where id = $1';

/**
 * Keeps what became of a message and tells the ledger, in one transaction under the turn of its caller. With the setting for it, a row whose
 * message has gone leaves the list (S2.22); one that left it just for a message that turns out not to have arrived is put back.
 */
export async function settleSms(sms: { id: string; missedCallId: string }, news: SmsNews): Promise<SettledSms | null> {
  const { hidesAfterSms } = await readMissedCallSettings();
  return inTransaction(async (client) => {
    const seen = await findRow(client, sms.missedCallId);
    if (!seen) return null;
    await lockCallers(client, [turnOf(seen)]);
    // Read anew: it may have changed while its turn was waited for.
    const row = await findRow(client, sms.missedCallId);
    const stored = await lockSms(client, sms.id);
    if (!row || !stored) return null;

    const { state, tells } = nextSmsState(stored.state, news.event);
    if (state === stored.state) {
      if (news.providerId) await client.query(NAME, [stored.id, news.providerId]);
      return null;
    }
    const cause = state === 'failed' || state === 'undelivered' ? news.cause : null;
    const book = openBook();
    book.read(row);
    for (const type of tells) book.tell(row.id, ledgerEvent(type, stored, news));

    const hides = tells.includes('sms_sent') && state !== 'undelivered' && row.state === 'listed' && hidesAfterSms;
    if (hides) book.tell(row.id, { type: 'removed', reason: 'sms', byId: null, at: news.at });
    if (tells.includes('sms_undelivered') && (await isHiddenJustBy(client, stored, row))) {
      book.tell(row.id, { type: 'restored', byId: null, at: news.at });
    }
    await client.query(SAVE, [stored.id, state, cause, news.providerId, news.at, hides ? news.at : null]);
    return { byId: stored.byId, smsId: stored.id, state, cause, changed: await book.close(client) };
  });
}

function ledgerEvent(type: SmsTold, { id: smsId, byId }: StoredSms, { at, cause }: SmsNews): LedgerEvent {
  switch (type) {
    case 'sms_sent':
      return { type, smsId, byId, at };
    case 'sms_failed':
      return { type, smsId, byId, at, cause };
    case 'sms_delivered':
      return { type, smsId, at };
    case 'sms_undelivered':
      return { type, smsId, at, cause };
  }
}

// Who has got through since needs nobody to deal with them, whatever became of the message.
const GOT_THROUGH = `
  select 1 from "Call" where "fromE164" = $1 and direction = 'inbound' and "startedAt" > $2::timestamptz - interval '4 hours' and "answeredAt" > $2
   limit 1`;

async function isHiddenJustBy(client: PoolClient, { hidAt }: StoredSms, row: StoredRow): Promise<boolean> {
  const isBySms = row.state === 'hidden' && row.removalReason === 'sms' && row.lastStatus === 'sms_sent';
  if (!isBySms || !hidAt || row.removedAt?.getTime() !== hidAt.getTime()) return false;
  if (!row.caller.e164) return true;
  const { rowCount } = await client.query(GOT_THROUGH, [row.caller.e164, row.lastMissedAt]);
  return rowCount === 0;
}
