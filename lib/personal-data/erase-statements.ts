// $1 customers, $2 contacts, $3 numbers that are theirs alone. In this order: each finds what those before it still left.

const THEIR_CALLS = `select id from "Call" where "fromE164" = any($3::text[]) or "toE164" = any($3::text[])`;
const THEIR_DELIVERIES = `select id from "Delivery" where "customerId" = any($1::uuid[]) or ("customerId" is null and "phoneE164" = any($3::text[]))`;
const THEIR_INTERESTS = `select id from "Interest" where "customerId" = any($1::uuid[]) or ("customerId" is null and "phoneE164" = any($3::text[]))`;
/** What of an order is about a person; what was ordered, for how much and when stays. */
const BLANK = `'{"phone": "", "customerId": null, "customerName": "", "street": "", "flat": "", "district": "", "city": "",
  "driverNote": "", "comment": "", "discountReason": ""}'::jsonb`;
const blanked = (column: string) => `
  case when jsonb_typeof(${column}) <> 'object' then ${column}
       else ${column} || ${BLANK} || coalesce(jsonb_build_object('lines', (
         select jsonb_agg(line || '{"note": ""}'::jsonb order by place)
           from jsonb_array_elements(${column} -> 'lines') with ordinality as l(line, place)
          where jsonb_typeof(${column} -> 'lines') = 'array')) , '{}'::jsonb)
  end`;

const CALLED = `(coalesce("phoneE164" = any($2::text[]), false) or "phoneRaw" ~* $1)`;
const hasPhone = (column: string) => `coalesce(${column} ->> 'phone' ~* $1, false)`;
const withoutPhone = (column: string) =>
  `case when ${hasPhone(column)} then jsonb_set(${column}, '{phone}', '""') else ${column} end`;

export const ERASE: readonly string[] = [
  // After the customers and before the drafts, as everybody locks them.
  `select 1 from "Interest" where id in (${THEIR_INTERESTS}) order by id for update`,

  // Drafts are no orders: nobody counts them.
  `delete from "Delivery" where status = 'draft' and id in (${THEIR_DELIVERIES})`,

  // What was begun in a call and never registered is no inquiry; one that was is in its interest.
  `delete from "InquiryDraft" where "callId" in (${THEIR_CALLS}) or "interestId" in (${THEIR_INTERESTS})
       or content->>'customerId' in (select unnest($1::uuid[])::text)`,
  // Nothing is left to do for somebody who is gone.
  `delete from "InterestTask" where "doneAt" is null and "interestId" in (${THEIR_INTERESTS})`,
  `update "InterestTask" set title = '' where title <> '' and "interestId" in (${THEIR_INTERESTS})`,
  `update "Interaction" set text = '', details = details - 'reason' where "interestId" in (${THEIR_INTERESTS})`,
  // In which stage, since when and led by whom stays: it is counted.
  `update "Interest"
      set "customerId" = null, "contactId" = null, "potentialName" = '', "potentialCompany" = '', "phoneE164" = null, "phoneDisplay" = '',
          subject = '', "whatToDo" = '', description = '', "lostReason" = '', version = version + 1
    where id in (${THEIR_INTERESTS})`,

  // What the PBX said: still enough to fold the call again, without who it was.
  `update "CallEvent" e
      set body = e.body #- '{call,from}' #- '{call,to}' #- '{transfer,toNumber}'
     from "Call" c
    where c.id in (${THEIR_CALLS}) and e."connectionId" = c."connectionId" and e."pbxCallId" = c."pbxCallId"`,
  `delete from "Note" where "callId" in (${THEIR_CALLS}) or "wasOfCallId" in (${THEIR_CALLS})
       or "customerId" = any($1::uuid[]) or "wasOfCustomerId" = any($1::uuid[])`,
  `update "Call"
      set "fromE164" = null, "fromRaw" = '', "fromDisplay" = '', "fromName" = ''
    where "fromE164" = any($3::text[])`,
  `update "Call" set "toE164" = null, "toRaw" = '', "toDisplay" = '', "fromName" = '' where "toE164" = any($3::text[])`,

  // After the calls, as whoever stores one takes the turn of its caller.
  `select pg_advisory_xact_lock(hashtextextended('missed-call/' || number, 0))
     from (select number from unnest($3::text[]) as number order by number) numbers`,
  // That somebody was missed, and what was done about it, stays; who it was stood beside the chain, not in it.
  `delete from "LedgerPrivate" p using "LedgerEvent" e
    where e."missedCallId" in (select id from "MissedCall" where "callerE164" = any($3::text[]))
      and p."chainId" = e."chainId" and p.seq = e.seq`,
  `update "MissedCall" set "callerE164" = null, "callerDisplay" = '', "callerName" = '', version = version + 1
    where "callerE164" = any($3::text[])`,
  `update "CallBack" set "callerE164" = null where "callerE164" = any($3::text[])`,

  // What was written to them. Nobody is there any more to send to; that something was sent stays in the ledger.
  `update "SmsMessage"
      set "toE164" = '', text = '',
          state = case when state in ('queued', 'sending') then 'failed' else state end,
          cause = case when state in ('queued', 'sending') then 'forgotten' else cause end,
          "settledAt" = case when state in ('queued', 'sending') then now() else "settledAt" end,
          "nextAttemptAt" = null, "leasedUntil" = null
    where "toE164" = any($3::text[])`,

  `update "PointOfSaleAttempt" set answer = ''
    where "messageId" in (select id from "PointOfSaleMessage" where "deliveryId" in (${THEIR_DELIVERIES}))`,
  // A till that was not told yet of an order that is over is not told any more.
  `update "PointOfSaleMessage"
      set body = '{}',
          "failedAt" = case when "deliveredAt" is null then coalesce("failedAt", now()) end,
          "failedBecause" = case when "deliveredAt" is null then coalesce("failedBecause", 'over') end,
          "nextAttemptAt" = null
    where "deliveryId" in (${THEIR_DELIVERIES})`,
  `update "DeliveryEvent" set details = details - 'reason' where details ? 'reason' and "deliveryId" in (${THEIR_DELIVERIES})`,
  `update "DeliveryLine" set note = '' where note <> '' and "deliveryId" in (${THEIR_DELIVERIES})`,
  `update "Delivery"
      set "customerName" = '', "phoneRaw" = '', "phoneE164" = null, "phoneDisplay" = '',
          street = '', flat = '', district = '', city = '', "driverNote" = '', comment = '', "discountReason" = '',
          "problemReason" = case when "problemReason" is null then null else '' end,
          "sentContent" = ${blanked('"sentContent"')}, "seenContent" = ${blanked('"seenContent"')},
          version = version + 1
    where id in (${THEIR_DELIVERIES})`,

  `delete from "StoredFile" where "customerId" = any($1::uuid[]) or "wasOfCustomerId" = any($1::uuid[])
       or id in (select "photoId" from "Customer" where id = any($1::uuid[]))`,
  // Records that were merged into theirs are gone, but for what was written down of them.
  `update "AuditEntry" set details = '{}'
    where "subjectType" = 'customer' and details <> '{}' and "subjectId" in (
      select unnest($1::uuid[])::text union select "mergedId"::text from "CustomerMerge" where "keptId" = any($1::uuid[]))`,
  `delete from "CustomerMerge" where "keptId" = any($1::uuid[]) or "mergedId" = any($1::uuid[])`,
  `update "AuditEntry" set "subjectId" = null where "subjectType" = 'number' and "subjectId" = any($3::text[])`,
  `delete from "PhoneNumber" where "contactId" = any($2::uuid[]) or ("driverId" is null and e164 = any($3::text[]))`,
  `delete from "ContactPerson" where id = any($2::uuid[])`,
  `delete from "Customer" where id = any($1::uuid[])`,
];

/** Personal data beside the ledger of missed calls is what it was, or gone: a text with a gap would look forged. */
export const ERASE_LEDGER = `delete from "LedgerPrivate" where data::text ~* $1`;

/** Refused lines keep their number and reason; what stood in them goes as soon as any of it is about the person. */
export const ERASE_REFUSALS = `update "ImportRefusal" set text = '[]' where text ~* $1`;

/**
 * $1 the numbers as they are written, $2 as they are kept. Somebody else's order keeps all but the number of who called for it. Without one,
 * as one that was taken without: what stands in place of a mention in a text would be dialled here, and differ from what was sent.
 */
export const ERASE_CALLERS = `
  update "Delivery"
     set "phoneRaw" = case when ${CALLED} then '' else "phoneRaw" end,
         "phoneDisplay" = case when ${CALLED} then '' else "phoneDisplay" end,
         "phoneE164" = case when ${CALLED} then null else "phoneE164" end,
         "sentContent" = ${withoutPhone('"sentContent"')}, "seenContent" = ${withoutPhone('"seenContent"')},
         version = version + 1
   where ${CALLED} or ${hasPhone('"sentContent"')} or ${hasPhone('"seenContent"')}`;
