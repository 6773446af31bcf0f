import { fieldSelect } from '../customer-fields/queries.ts';
import type { FieldValues } from '../customer-fields/types.ts';
import { readFieldValue, withValues } from '../customer-fields/value.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isManager } from '../users/managers.ts';
import { toColumns } from './columns.ts';
import { lockCustomer } from './lock-customer.ts';
import { changedMeanwhile, toCardDetails } from './policy.ts';
import { type Author, recordChange } from './record-change.ts';
import type { CardDetails, ChangeCustomer } from './schema.ts';

export type ChangeOutcome =
  | { kind: 'changed' | 'notFound' }
  /** What a colleague changed first, by the path of the field. */
  | { kind: 'conflict'; fields: string[]; theirs: CardDetails }
  /** What is no value of its own field, by the path of the field. */
  | { kind: 'invalid'; problems: Record<string, string> };

export const detailsSelect = {
  name: true,
  company: true,
  class: true,
  note: true,
  birthday: true,
  source: true,
  city: true,
  country: true,
  extra: true,
  managerId: true,
} satisfies Prisma.CustomerSelect;

/**
 * Stores what was changed, unless a colleague changed the same to something else first: both queue at the customer's lock. What
 * they changed elsewhere stays.
 */
export function storeDetails({ customerId: id, from, to }: ChangeCustomer, author: Author): Promise<ChangeOutcome> {
  return db.$transaction(async (tx): Promise<ChangeOutcome> => {
    if (!(await lockCustomer(tx, id))) return { kind: 'notFound' };
    const now = toCardDetails(await tx.customer.findUniqueOrThrow({ where: { id }, select: detailsSelect }));
    const fields = changedMeanwhile(from, to, now);
    if (fields.length > 0) return { kind: 'conflict', fields, theirs: now };

    const { extra, ...plain } = to;
    const own = await readOwnFields(tx, extra ?? {}, now.extra);
    if (own.problems) return { kind: 'invalid', problems: own.problems };
    const { managerId } = plain;
    if (managerId && managerId !== now.managerId && !(await isManager(tx, managerId)))
      return { kind: 'invalid', problems: { managerId: 'managerGone' } };
    const changed = changedKeys(now, { ...plain, extra: own.values });
    // A repeated save finds what it wanted.
    if (changed.length === 0) return { kind: 'changed' };

    const data = { ...toColumns(plain), ...(extra && { extra: withValues(now.extra, own.values) }) };
    await tx.customer.update({ where: { id }, data, select: { id: true } });
    const labels = changed.map((key) => own.labels.get(key) ?? key);
    await recordChange(tx, id, author, { fields: labels.join(', ') });
    return { kind: 'changed' };
  });
}

/** What was typed into own fields, as they keep it. A value that stays as it was is not asked again: its choice may be gone. */
async function readOwnFields(tx: Prisma.TransactionClient, typed: FieldValues, before: FieldValues) {
  const ids = Object.keys(typed);
  const rows = await tx.customerField.findMany({ select: fieldSelect, where: { id: { in: ids } }, take: ids.length });
  const fields = new Map(rows.map((field) => [field.id, field]));
  const values: FieldValues = {};
  const problems: Record<string, string> = {};

  for (const [id, raw] of Object.entries(typed)) {
    const field = fields.get(id);
    const read = raw === (before[id] ?? null) ? { value: raw } : field ? readFieldValue(field, raw) : { problem: 'fieldGone' };
    if ('problem' in read) problems[`extra.${id}`] = read.problem;
    else values[id] = read.value;
  }
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return { values, labels, problems: Object.keys(problems).length > 0 ? problems : null };
}

/** What a save really changes: names of columns, and ids of own fields. */
function changedKeys(now: CardDetails, { extra, ...plain }: Partial<CardDetails> & { extra: FieldValues }): string[] {
  const before = new Map<string, unknown>(Object.entries(now));
  const columns = Object.entries(plain).filter(([key, value]) => before.get(key) !== value);
  const own = Object.entries(extra).filter(([id, value]) => (now.extra[id] ?? null) !== value);
  return [...columns, ...own].map(([key]) => key);
}
