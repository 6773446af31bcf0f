import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { readRange } from '../files/chunk-store.ts';
import { personKey } from './person-key.ts';
import { findPerson } from './person-queries.ts';
import type { Person, PersonScope } from './types.ts';

const ROWS_A_PAGE = 200;
/** A multiple of three: what is encoded piece by piece is one Base64 text. */
const FILE_PIECE_BYTES = 192 * 1024;

type Exporting = { scope: PersonScope; userId: string | null; at: Date };

/**
 * Everything stored of a person as one JSON document, files included as Base64, a page at a time. Made for a machine of somebody else: names are
 * those of the data model. Null where nobody is meant.
 */
export async function exportPerson({ scope, userId, at }: Exporting): Promise<AsyncGenerator<string> | null> {
  const person = await findPerson(scope);
  if (!person) return null;
  const subject = scope.kind === 'number' ? scope.e164 : scope.customerId;
  await recordAudit(db, {
    userId,
    action: 'personal-data.exported',
    subjectType: 'number',
    subjectId: personKey(subject),
    details: { scope: scope.kind, customers: person.customers.length },
  });
  return documentOf(person, at);
}

async function* documentOf(person: Person, at: Date): AsyncGenerator<string> {
  const ids = person.customers.map(({ id }) => id);
  const calls = { OR: [{ fromE164: { in: person.numbers } }, { toE164: { in: person.numbers } }] };
  const theirs = { OR: [{ customerId: { in: ids } }, { phoneE164: { in: person.numbers } }] };

  yield `{"exportedAt":${json(at)},"numbers":${json(person.numbers)},"numbersSharedWithOthers":${json(person.sharedNumbers)}`;
  yield ',"customers":[';
  yield* list(ids.length === 0 ? none() : pages((after) => customersAfter(ids, after)));
  yield '],"contactPersons":[';
  yield* list(
    pages((after) =>
      contactsAfter(
        person.contacts.map(({ id }) => id),
        after,
      ),
    ),
  );
  yield '],"deliveries":[';
  yield* list(
    pages((after) =>
      db.delivery.findMany({
        where: { AND: [theirs, behind(after)] },
        include: { lines: { orderBy: { position: 'asc' } }, events: { orderBy: { id: 'asc' } } },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      }),
    ),
  );
  yield '],"calls":[';
  yield* list(
    pages(async (after) => {
      const rows = await db.call.findMany({
        where: { AND: [calls, behind(after)] },
        include: { legs: true, qualities: true, notes: true, inquiryDraft: true },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      });
      const events = await eventsOf(rows);
      return rows.map((row) => ({ ...row, events: events.get(`${row.connectionId} ${row.pbxCallId}`) ?? [] }));
    }),
  );
  yield '],"missedCalls":[';
  yield* list(
    pages((after) =>
      db.missedCall.findMany({
        where: { AND: [{ callerE164: { in: person.numbers } }, behind(after)] },
        include: {
          sms: {
            select: { id: true, toE164: true, text: true, state: true, queuedAt: true, sentAt: true },
            orderBy: { queuedAt: 'asc' },
          },
        },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      }),
    ),
  );
  yield '],"notes":[';
  yield* list(
    pages((after) =>
      db.note.findMany({
        where: { AND: [{ OR: [{ customerId: { in: ids } }, { wasOfCustomerId: { in: ids } }] }, behind(after)] },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      }),
    ),
  );
  yield '],"interests":[';
  yield* list(
    pages((after) =>
      db.interest.findMany({
        where: { AND: [theirs, behind(after)] },
        include: { stage: true, serviceType: true, interactions: { orderBy: { id: 'asc' } }, tasks: { orderBy: { id: 'asc' } } },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      }),
    ),
  );
  yield '],"inquiryDrafts":[';
  yield* list(ids.length === 0 ? none() : pages((after) => draftsAfter(ids, after)));
  yield '],"merges":[';
  yield* list(
    pages((after) =>
      db.customerMerge.findMany({
        where: { AND: [{ OR: [{ keptId: { in: ids } }, { mergedId: { in: ids } }] }, behind(after)] },
        orderBy: { id: 'asc' },
        take: ROWS_A_PAGE,
      }),
    ),
  );
  yield '],"audit":[';
  yield* list(auditOf([...ids, ...(await mergedInto(ids))]));
  yield '],"files":[';
  yield* filesOf(person);
  yield ']}\n';
}

/** Records that are gone, of which the audit still tells. */
async function mergedInto(ids: string[]): Promise<string[]> {
  const merges = await db.customerMerge.findMany({ where: { keptId: { in: ids } }, select: { mergedId: true } });
  return merges.map(({ mergedId }) => mergedId);
}

function customersAfter(ids: string[], after: string | null) {
  return db.customer.findMany({
    where: { AND: [{ id: { in: ids } }, behind(after)] },
    include: { numbers: true, addresses: true },
    orderBy: { id: 'asc' },
    take: ROWS_A_PAGE,
  });
}

function contactsAfter(ids: string[], after: string | null) {
  return db.contactPerson.findMany({
    where: { AND: [{ id: { in: ids } }, behind(after)] },
    include: { numbers: true },
    orderBy: { id: 'asc' },
    take: ROWS_A_PAGE,
  });
}

/** In which they were chosen: also in the call of somebody else. */
async function draftsAfter(ids: string[], after: string | null) {
  const chosen = ids.map((id) => ({ content: { path: ['customerId'], equals: id } }));
  const rows = await db.inquiryDraft.findMany({
    where: { AND: [{ OR: chosen }, after ? { callId: { gt: after } } : {}] },
    orderBy: { callId: 'asc' },
    take: ROWS_A_PAGE,
  });
  return rows.map((row) => ({ id: row.callId, ...row }));
}

async function eventsOf(calls: { connectionId: string; pbxCallId: string }[]) {
  if (calls.length === 0) return new Map<string, unknown[]>();
  const rows = await db.callEvent.findMany({
    where: { OR: calls.map(({ connectionId, pbxCallId }) => ({ connectionId, pbxCallId })) },
    select: { connectionId: true, pbxCallId: true, type: true, occurredAt: true, body: true },
    orderBy: { id: 'asc' },
  });
  const events = new Map<string, unknown[]>();
  for (const { connectionId, pbxCallId, ...event } of rows) {
    const call = `${connectionId} ${pbxCallId}`;
    events.set(call, [...(events.get(call) ?? []), event]);
  }
  return events;
}

async function* auditOf(ids: string[]): AsyncGenerator<unknown> {
  for (let after = BigInt(0); ; ) {
    const rows = await db.auditEntry.findMany({
      where: { subjectType: 'customer', subjectId: { in: ids }, id: { gt: after } },
      select: { id: true, at: true, action: true, details: true, user: { select: { name: true } } },
      orderBy: { id: 'asc' },
      take: ROWS_A_PAGE,
    });
    yield* rows;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < ROWS_A_PAGE) return;
  }
}

async function* filesOf({ customers, numbers, photoIds }: Person): AsyncGenerator<string> {
  const ids = customers.map(({ id }) => id);
  const ofCalls = { call: { OR: [{ fromE164: { in: numbers } }, { toE164: { in: numbers } }] } };
  const theirs = {
    OR: [
      { customerId: { in: ids } },
      { wasOfCustomerId: { in: ids } },
      { id: { in: photoIds } },
      { note: { customerId: { in: ids } } },
      { note: ofCalls },
    ],
  };
  const files = await db.storedFile.findMany({
    where: { AND: [theirs, { completedAt: { not: null } }] },
    select: { id: true, name: true, mediaType: true, bytes: true, createdAt: true },
    orderBy: { id: 'asc' },
  });
  for (const [index, file] of files.entries()) {
    yield `${index > 0 ? ',' : ''}${json(file).slice(0, -1)},"base64":"`;
    for (let at = 0; at < file.bytes; at += FILE_PIECE_BYTES) {
      yield Buffer.from(await readRange(file.id, at, Math.min(FILE_PIECE_BYTES, file.bytes - at))).toString('base64');
    }
    yield '"}';
  }
}

async function* pages<Row extends { id: string }>(read: (after: string | null) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await read(after);
    yield* rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < ROWS_A_PAGE) return;
  }
}

async function* none(): AsyncGenerator<never> {}

async function* list(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const row of rows) {
    yield `${isFirst ? '' : ','}${json(row)}`;
    isFirst = false;
  }
}

function behind(after: string | null) {
  return after ? { id: { gt: after } } : {};
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));
}
