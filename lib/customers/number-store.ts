import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { readNumber } from '../phone-number.ts';
import { isTheirs } from './contact-store.ts';
import { MAX_NUMBERS } from './limits.ts';
import { lockCustomer, lockCustomers } from './lock-customer.ts';
import { LOCK_NUMBERS } from './number-lock.ts';
import { areOwnersAsSeen } from './number-owners.ts';
import type { AddNumber, GiveNumber, NumberOfCustomer } from './number-schema.ts';
import { type Author, recordChange } from './record-change.ts';

export type OwnNumber = { raw: string; e164: string; display: string };

/** A number that a customer can have; extensions and withheld callers are nobody's (R28, R29). */
export function readOwnNumber(typed: string, country: string): OwnNumber | 'unreadable' {
  const number = readNumber(typed, country);
  return number.kind === 'number' ? { raw: typed, e164: number.e164, display: number.display } : 'unreadable';
}

/** Whoever gives this number to somebody waits here for the one who is doing so. */
export async function lockNumber(tx: Prisma.TransactionClient, e164: string): Promise<void> {
  await tx.$queryRawUnsafe(LOCK_NUMBERS, [e164]);
}

/** Whether somebody besides this customer has the number. */
export async function isTaken(tx: Prisma.TransactionClient, e164: string, customerId: string): Promise<boolean> {
  const other = { e164, customerId: { not: customerId }, customer: { isNot: null } };
  return (await tx.phoneNumber.findFirst({ where: other, select: { id: true } })) !== null;
}

export type NumberOutcome =
  /** `takenFrom`: who does not have it any more. */
  | { kind: 'added'; number: OwnNumber; isNew: boolean; takenFrom: string | null }
  | { kind: 'notFound' | 'numberUnreadable' | 'tooManyNumbers' }
  /** Somebody has it, and the operator has not said what to do, or said it of others than have it now. */
  | { kind: 'numberTaken' | 'ownersChanged'; e164: string };

/** Gives the customer another number (S1.15); one that somebody else has only as the operator decided (S1.15a). */
export function storeNumber({ customerId, phone, decision }: AddNumber, author: Author): Promise<NumberOutcome> {
  return db.$transaction(async (tx) => {
    const number = readOwnNumber(phone, author.country);
    if (number === 'unreadable') return { kind: 'numberUnreadable' };
    const { e164 } = number;
    await lockNumber(tx, e164);
    const ownerId = decision?.kind === 'move' ? decision.ownerId : null;
    const present = await lockCustomers(tx, ownerId ? [customerId, ownerId] : [customerId]);
    if (!present.includes(customerId)) return { kind: 'notFound' };
    if ((await tx.phoneNumber.count({ where: { customerId, e164 } })) > 0) {
      return { kind: 'added', number, isNew: false, takenFrom: null };
    }

    const owned = await tx.phoneNumber.count({ where: { customerId } });
    if (owned >= MAX_NUMBERS) return { kind: 'tooManyNumbers' };

    if (!decision && (await isTaken(tx, e164, customerId))) return { kind: 'numberTaken', e164 };
    if (decision && decision.kind !== 'putBack' && !(await areOwnersAsSeen(tx, { e164, customerId }, decision))) {
      return { kind: 'ownersChanged', e164 };
    }
    if (ownerId && !(await takeFrom(tx, { customerId: ownerId, e164 }, author))) return { kind: 'ownersChanged', e164 };

    const contactId = decision?.kind === 'putBack' ? decision.contactId : null;
    const isContacts = contactId !== null && (await isTheirs(tx, customerId, contactId));
    const row = { ...number, customerId, isPrimary: owned === 0, contactId: isContacts ? contactId : null };
    await tx.phoneNumber.create({ data: row, select: { id: true } });
    await recordChange(tx, customerId, author, { numberAdded: e164 });
    return { kind: 'added', number, isNew: true, takenFrom: ownerId };
  });
}

/** The other keeps the rest of their numbers, and one of them as the main one. */
async function takeFrom(tx: Prisma.TransactionClient, { customerId, e164 }: NumberOfCustomer, author: Author): Promise<boolean> {
  const { count } = await tx.phoneNumber.deleteMany({ where: { customerId, e164 } });
  if (count === 0) return false;

  await keepOnePrimary(tx, customerId);
  await recordChange(tx, customerId, author, { numberTaken: e164 });
  return true;
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

/** Says whose a number of a company is; null: nobody's in particular. False when number or person is gone. */
export function storeNumberOfContact({ customerId, e164, contactId }: GiveNumber, author: Author): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    if (contactId && !(await isTheirs(tx, customerId, contactId))) return false;
    const { count } = await tx.phoneNumber.updateMany({ where: { customerId, e164 }, data: { contactId } });
    if (count === 0) return false;

    await recordChange(tx, customerId, author, { numberGiven: e164 });
    return true;
  });
}

/** What was their main number was mistyped: this one is it. */
export async function replaceMainNumber(tx: Prisma.TransactionClient, customerId: string, number: OwnNumber): Promise<void> {
  await tx.phoneNumber.deleteMany({ where: { customerId, isPrimary: true } });
  await tx.phoneNumber.create({ data: { ...number, customerId, isPrimary: true }, select: { id: true } });
}

export async function keepOnePrimary(tx: Prisma.TransactionClient, customerId: string): Promise<void> {
  const first = await tx.phoneNumber.findFirst({
    where: { customerId },
    select: { id: true, isPrimary: true },
    orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
  });
  if (first && !first.isPrimary) await tx.phoneNumber.update({ where: { id: first.id }, data: { isPrimary: true } });
}
