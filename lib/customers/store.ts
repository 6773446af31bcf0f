import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { toColumns } from './columns.ts';
import { findKeptId } from './kept-customer.ts';
import { isTaken, lockNumber, type OwnNumber, readOwnNumber, replaceMainNumber } from './number-store.ts';
import { type Author, recordChange } from './record-change.ts';
import type { CreateCustomer } from './schema.ts';

export type CreateOutcome =
  | { kind: 'created' | 'numberUnreadable' }
  | { kind: 'numberTaken'; e164: string }
  /** It was stored before, and has become part of another since. */
  | { kind: 'merged'; keptId: string };

/**
 * Stores a new customer with the number they call from as their main one. The browser made the id: a repeated save finds its own
 * work, and stores what was typed since. Two operators who save the same number in one instant queue at it, so that the second hears
 * of the first one's customer.
 */
export function storeCustomer(input: CreateCustomer, author: Author): Promise<CreateOutcome> {
  return db.$transaction((tx) => storeCustomerIn(tx, input, author));
}

/** The same within a transaction that stores more. */
export async function storeCustomerIn(
  tx: Prisma.TransactionClient,
  input: CreateCustomer,
  author: Author,
): Promise<CreateOutcome> {
  const { customerId: id, details, phone, isShared } = input;
  const number = phone.trim() === '' ? null : readOwnNumber(phone, author.country);
  if (number === 'unreadable') return { kind: 'numberUnreadable' };
  if (number) await lockNumber(tx, number.e164);
  if (number && !isShared && (await isTaken(tx, number.e164, id))) return { kind: 'numberTaken', e164: number.e164 };

  const keptId = await findKeptId(id, tx);
  if (keptId) return { kind: 'merged', keptId };

  const place = input.city ? { city: input.city, country: author.country } : {};
  const { count } = await tx.customer.createMany({ data: [{ id, ...toColumns(details), ...place }], skipDuplicates: true });
  if (count === 0) {
    if (await isOwnWork(tx, id, author)) await storeTypedSince(tx, input, number, author);
    return { kind: 'created' };
  }
  if (number) await tx.phoneNumber.create({ data: { ...number, customerId: id, isPrimary: true }, select: { id: true } });
  await recordAudit(tx, {
    userId: author.userId,
    action: 'customer.created',
    subjectType: 'customer',
    subjectId: id,
    details: { name: details.name, number: number?.e164 ?? null },
  });
  return { kind: 'created' };
}

const detailColumns = {
  name: true,
  company: true,
  class: true,
  note: true,
  birthday: true,
  source: true,
  city: true,
} as const;
const WRITES = ['customer.created', 'customer.changed', 'customer.merged', 'customer.merge-undone'];

/** Nobody else has written to it: a save that is repeated, perhaps days later, takes nothing from a colleague. */
async function isOwnWork(tx: Prisma.TransactionClient, id: string, { userId }: Author): Promise<boolean> {
  const written = { subjectType: 'customer', subjectId: id, action: { in: WRITES } };
  const [own, all] = [
    await tx.auditEntry.count({ where: { ...written, userId } }),
    await tx.auditEntry.count({ where: written }),
  ];
  return own > 0 && own === all;
}

/** The answer to an earlier save was lost, and the operator typed on: what they wrote now is what they mean. */
async function storeTypedSince(
  tx: Prisma.TransactionClient,
  { customerId: id, details, city }: CreateCustomer,
  number: OwnNumber | null,
  author: Author,
): Promise<void> {
  const stored = new Map(Object.entries(await tx.customer.findUniqueOrThrow({ where: { id }, select: detailColumns })));
  const place = city ? { city, country: author.country } : {};
  // What is empty here may have been filled in on the card since.
  const typed = Object.entries({ ...toColumns(details), ...place }).filter(
    ([column, value]) => value !== null && value !== '' && !isSame(value, stored.get(column) ?? null),
  );
  const isOtherNumber = number && (await tx.phoneNumber.count({ where: { customerId: id, e164: number.e164 } })) === 0;
  if (typed.length === 0 && !isOtherNumber) return;

  await tx.customer.update({ where: { id }, data: Object.fromEntries(typed), select: { id: true } });
  if (isOtherNumber) await replaceMainNumber(tx, id, number);
  await recordChange(tx, id, author, {
    fields: typed.map(([column]) => column).join(', '),
    ...(isOtherNumber && { mainNumber: number.e164 }),
  });
}

/** By value: two dates of one moment are two objects. */
function isSame(one: string | Date | null, other: string | Date | null): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}
