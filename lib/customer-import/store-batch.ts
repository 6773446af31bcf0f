import type { PoolClient } from 'pg';
import { newId } from '../new-id.ts';
import { MAX_KEPT_CHARACTERS } from './limits.ts';
import { loadPeople, lockNumbers } from './people-queries.ts';
import { planLine, type Step } from './plan.ts';
import type { KnownChoice, LineProblem, ReadLine } from './types.ts';

export type Batch = {
  importId: string;
  /** How many records of the file were stored before this batch. */
  doneLines: number;
  lines: readonly ReadLine[];
  known: KnownChoice;
  now: Date;
};

// The row is locked from here on: another process that reads the same file finds the lines done, and nobody stores them twice.
const PROGRESS = `
  update "CustomerImport"
     set "doneLines" = "doneLines" + $3, "totalLines" = greatest("totalLines", "doneLines" + $3)
   where id = $1 and "doneLines" = $2 and state = 'running'`;
const COUNTS = `
  update "CustomerImport"
     set "addedCount" = "addedCount" + $2, "changedCount" = "changedCount" + $3, "refusedCount" = "refusedCount" + $4
   where id = $1`;

const ADD_CUSTOMERS = `
  insert into "Customer" (id, name, company, class, note, city, country, birthday, source, extra, "createdAt")
  select id, name, nullif(company, ''), class, note, nullif(city, ''), nullif(country, ''), birthday, source, extra, $2
    from jsonb_to_recordset($1::jsonb) as n(id uuid, name text, company text, class "CustomerClass", note text, city text, country text,
                                            birthday date, source text, extra jsonb)`;
// What somebody wrote in the meantime stands: only what is empty still is filled.
const FILL_CUSTOMERS = `
  update "Customer" c
     set company = coalesce(nullif(c.company, ''), nullif(f.company, '')),
         note = coalesce(nullif(c.note, ''), f.note),
         city = coalesce(nullif(c.city, ''), nullif(f.city, '')),
         country = coalesce(nullif(c.country, ''), nullif(f.country, '')),
         birthday = coalesce(c.birthday, f.birthday),
         source = coalesce(nullif(c.source, ''), f.source),
         extra = f.extra || c.extra
    from jsonb_to_recordset($1::jsonb) as f(id uuid, company text, note text, city text, country text, birthday date, source text, extra jsonb)
   where c.id = f.id`;
const ADD_NUMBERS = `
  insert into "PhoneNumber" (id, raw, e164, display, "customerId", "isPrimary")
  select n.id, n.raw, n.e164, n.display, n."customerId",
         n."isFirst" and not exists (select from "PhoneNumber" p where p."customerId" = n."customerId")
    from jsonb_to_recordset($1::jsonb) as n(id uuid, raw text, e164 text, display text, "customerId" uuid, "isFirst" boolean)
    join "Customer" c on c.id = n."customerId"
      on conflict do nothing`;
const ADD_ADDRESSES = `
  insert into "Address" (id, "customerId", street, flat, district, city, "driverNote", "lastUsedAt")
  select a.id, a."customerId", a.street, a.flat, a.district, a.city, a."driverNote", $2
    from jsonb_to_recordset($1::jsonb) as a(id uuid, "customerId" uuid, street text, flat text, district text, city text, "driverNote" text)
    join "Customer" c on c.id = a."customerId"`;
const REFUSE = `
  insert into "ImportRefusal" ("importId", line, reason, text)
  select $1, line, reason, text from jsonb_to_recordset($2::jsonb) as r(line int, reason text, text text)
      on conflict do nothing`;

/**
 * Stores a batch with the progress it makes, in the caller's transaction: either both or nothing. False when somebody stopped the
 * import, or another process is ahead.
 */
export async function storeBatch(client: PoolClient, { importId, doneLines, lines, known, now }: Batch): Promise<boolean> {
  const { rowCount } = await client.query(PROGRESS, [importId, doneLines, lines.length]);
  if (rowCount === 0) return false;

  const readable = lines.flatMap((line) => ('customer' in line ? [line.customer] : []));
  await lockNumbers(client, readable);
  const people = await loadPeople(client, readable);
  const steps = lines.map((line): Step | { kind: 'unreadable'; problems: LineProblem[] } =>
    'customer' in line
      ? planLine(line.customer, { people, choice: known, newId })
      : { kind: 'unreadable', problems: line.problems },
  );

  const added = steps.flatMap((step) => (step.kind === 'add' ? [step.customer] : []));
  const filled = steps.flatMap((step) => (step.kind === 'fill' ? [step] : []));
  await insert(client, ADD_CUSTOMERS, added, now);
  for (const round of onceEach(filled.flatMap(({ filling }) => filling ?? []))) await insert(client, FILL_CUSTOMERS, round);

  const owned = [...added.map(({ id, ...rest }) => ({ ...rest, customerId: id })), ...filled];
  await insert(
    client,
    ADD_NUMBERS,
    owned.flatMap(({ customerId, numbers }) =>
      numbers.map((number, index) => ({ ...number, id: newId(), customerId, isFirst: index === 0 })),
    ),
  );
  await insert(
    client,
    ADD_ADDRESSES,
    owned.flatMap(({ customerId, address }) => (address ? [{ ...address, id: newId(), customerId }] : [])),
    now,
  );

  const refusals = lines.flatMap((line, index) => refusalOf(line, steps[index]));
  if (refusals.length > 0) await client.query(REFUSE, [importId, JSON.stringify(refusals)]);
  await client.query(COUNTS, [importId, added.length, filled.length, refusals.length]);
  return true;
}

async function insert(client: PoolClient, statement: string, rows: unknown[], ...values: unknown[]): Promise<void> {
  if (rows.length > 0) await client.query(statement, [JSON.stringify(rows), ...values]);
}

/** One statement changes a row once: what a second line of the same batch adds comes in a second round. */
function onceEach<Row extends { id: string }>(rows: Row[]): Row[][] {
  const rounds: Map<string, Row>[] = [];
  for (const row of rows) {
    const round = rounds.find((each) => !each.has(row.id));
    if (round) round.set(row.id, row);
    else rounds.push(new Map([[row.id, row]]));
  }
  return rounds.map((round) => [...round.values()]);
}

function refusalOf({ line, cells }: ReadLine, step: Step | { kind: 'unreadable'; problems: LineProblem[] } | undefined) {
  if (step?.kind === 'unreadable') return [{ line, reason: reasonOf(step.problems), text: keptText(cells) }];
  if (step?.kind === 'refuse') return [{ line, reason: reasonOf([{ key: step.key, column: null }]), text: keptText(cells) }];
  return [];
}

/** `numberUnreadable@2 tooLong@4`: keys with their columns, which each reader gets in words of their language. */
function reasonOf(problems: LineProblem[]): string {
  return problems.map(({ key, column }) => (column === null ? key : `${key}@${column}`)).join(' ');
}

/** The cells, so that the line can be mended and imported again; as JSON, with what PostgreSQL cannot hold left out. */
function keptText(cells: readonly string[]): string {
  let left = MAX_KEPT_CHARACTERS;
  const kept = cells.map((cell) => {
    const text = cell.replaceAll('\u0000', '\uFFFD').toWellFormed().slice(0, left);
    left -= text.length;
    return text;
  });
  return JSON.stringify(kept);
}
