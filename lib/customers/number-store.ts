import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { readNumber } from '../phone-number.ts';
import { type Author, recordChange } from './record-change.ts';
import type { AddNumber, NumberOfCustomer } from './schema.ts';

export type OwnNumber = { raw: string; e164: string; display: string };

/** A number that a customer can have; extensions and withheld callers are nobody's (R28, R29). */
export function readOwnNumber(typed: string, country: string): OwnNumber | 'unreadable' {
  const number = readNumber(typed, country);
  return number.kind === 'number' ? { raw: typed, e164: number.e164, display: number.display } : 'unreadable';
}

/** Whoever gives this number to somebody waits here for the one who is doing so. */
export async function lockNumber(tx: Prisma.TransactionClient, e164: string): Promise<void> {
  await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${`number ${e164}`}, 0))`;
}

/** Whether somebody besides this customer has the number. */
export async function isTaken(tx: Prisma.TransactionClient, e164: string, customerId: string): Promise<boolean> {
  const other = { e164, customerId: { not: customerId }, customer: { isNot: null } };
  return (await tx.phoneNumber.findFirst({ where: other, select: { id: true } })) !== null;
}

export type NumberOutcome = { kind: 'added' | 'notFound' | 'numberUnreadable' } | { kind: 'numberTaken'; e164: string };

/** Gives the customer another number (S1.15); one that somebody else has only where the operator says that both have it (S1.15a). */
export function storeNumber({ customerId, phone, isShared }: AddNumber, author: Author): Promise<NumberOutcome> {
  return db.$transaction(async (tx) => {
    const number = readOwnNumber(phone, author.country);
    if (number === 'unreadable') return { kind: 'numberUnreadable' };
    await lockNumber(tx, number.e164);
    if (!(await lockCustomer(tx, customerId))) return { kind: 'notFound' };

    if (!isShared && (await isTaken(tx, number.e164, customerId))) return { kind: 'numberTaken', e164: number.e164 };

    const isFirst = (await tx.phoneNumber.count({ where: { customerId } })) === 0;
    const row = { ...number, customerId, isPrimary: isFirst };
    const { count } = await tx.phoneNumber.createMany({ data: [row], skipDuplicates: true });
    if (count > 0) await recordChange(tx, customerId, author, { numberAdded: number.e164 });
    return { kind: 'added' };
  });
}

/** Takes a number away; where it was the main one, the one they had longest becomes it. */
export function removeNumber({ customerId, e164 }: NumberOfCustomer, author: Author): Promise<void> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const { count } = await tx.phoneNumber.deleteMany({ where: { customerId, e164 } });
    if (count === 0) return;

    await keepOnePrimary(tx, customerId);
    await recordChange(tx, customerId, author, { numberRemoved: e164 });
  });
}

/** Makes a number the main one; false when the customer has no such number any more. */
export function makePrimary({ customerId, e164 }: NumberOfCustomer, author: Author): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const { count } = await tx.phoneNumber.updateMany({ where: { customerId, e164 }, data: { isPrimary: true } });
    if (count === 0) return false;

    await tx.phoneNumber.updateMany({ where: { customerId, e164: { not: e164 } }, data: { isPrimary: false } });
    await recordChange(tx, customerId, author, { mainNumber: e164 });
    return true;
  });
}

/** What was their main number was mistyped: this one is it. */
export async function replaceMainNumber(tx: Prisma.TransactionClient, customerId: string, number: OwnNumber): Promise<void> {
  await tx.phoneNumber.deleteMany({ where: { customerId, isPrimary: true } });
  await tx.phoneNumber.create({ data: { ...number, customerId, isPrimary: true }, select: { id: true } });
}

async function keepOnePrimary(tx: Prisma.TransactionClient, customerId: string): Promise<void> {
  const first = await tx.phoneNumber.findFirst({
    where: { customerId },
    select: { id: true, isPrimary: true },
    orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
  });
  if (first && !first.isPrimary) await tx.phoneNumber.update({ where: { id: first.id }, data: { isPrimary: true } });
}

/** The numbers of one customer change one after the other, so that one of them is always the main one. */
async function lockCustomer(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "Customer" where id = ${id}::uuid for update`;
  return rows.length > 0;
}
