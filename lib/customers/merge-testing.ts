import { randomUUID } from 'node:crypto';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { writtenNumber } from '../../prisma/factories/numbers.ts';
import { db } from '../db/client.ts';
import { findMergeSide } from './merge-side.ts';
import { storeMerge } from './merge-store.ts';
import type { Choices } from './merge-types.ts';

/** A record in the words of a test: which of some numbers, streets and persons it has. */
export type Drawn = {
  name: string;
  note: string;
  class: 'regular' | 'vip' | 'problem';
  extra: Record<string, string | number | boolean>;
  numbers: { e164: string; isContacts: boolean; chosenAt: Date | null }[];
  streets: { street: string; lastUsedAt: Date }[];
  deliveryCount: number;
  noteCount: number;
  fileCount: number;
  interestCount: number;
  hasPhoto: boolean;
};

export async function createRecord(drawn: Drawn): Promise<string> {
  const photoId = drawn.hasPhoto ? (await createFile({})).id : null;
  const { id } = await createCustomer(db, {
    name: drawn.name,
    note: drawn.note,
    class: drawn.class,
    extra: drawn.extra,
    photoId,
    birthday: drawn.note === '' ? null : new Date('1990-02-28'),
  });
  if (photoId) await db.storedFile.update({ where: { id: photoId }, data: { customerId: id }, select: { id: true } });
  const contact = await createContact(db, { customerId: id });
  for (const [index, { e164, isContacts, chosenAt }] of drawn.numbers.entries()) {
    const row = { ...writtenNumber(e164), customerId: id, isPrimary: index === 0, chosenAt };
    await db.phoneNumber.create({ data: { ...row, contactId: isContacts ? contact.id : null } });
  }
  for (const { street, lastUsedAt } of drawn.streets) await createAddress(db, { customerId: id, street, lastUsedAt });
  for (let index = 0; index < drawn.deliveryCount; index += 1) {
    const content = { customerId: id, customerName: drawn.name };
    await createDelivery(db, { ...content, status: 'accepted', sentContent: content, seenContent: content });
  }
  for (let index = 0; index < drawn.noteCount; index += 1) {
    await db.note.create({ data: { id: randomUUID(), text: `Note ${index}`, customerId: id } });
  }
  for (let index = 0; index < drawn.fileCount; index += 1) await createFile({ customerId: id });
  for (let index = 0; index < drawn.interestCount; index += 1) {
    await createInterest(db, { customerId: id, contactId: index === 0 ? contact.id : null });
  }
  return id;
}

function createFile(owner: { customerId?: string }) {
  return db.storedFile.create({
    data: { id: randomUUID(), name: 'file.pdf', mediaType: 'application/pdf', completedAt: new Date(), ...owner },
  });
}

const inOrder = { orderBy: { id: 'asc' } } as const;

/** Everything of some records, row by row; how often a delivery was written is left out, for a merge writes it. */
export async function everythingOf(ids: string[]) {
  const where = { customerId: { in: ids } };
  const deliveries = await db.delivery.findMany({ where, ...inOrder });
  const photos = (await db.customer.findMany({ where: { id: { in: ids } } })).flatMap(({ photoId }) => photoId ?? []);
  return {
    customers: await db.customer.findMany({ where: { id: { in: ids } }, ...inOrder }),
    numbers: await db.phoneNumber.findMany({ where, ...inOrder }),
    addresses: await db.address.findMany({ where, ...inOrder }),
    contacts: await db.contactPerson.findMany({ where, ...inOrder }),
    deliveries: deliveries.map(({ version: _, ...delivery }) => delivery),
    notes: await db.note.findMany({ where, ...inOrder }),
    interests: await db.interest.findMany({ where, ...inOrder }),
    files: await db.storedFile.findMany({ where: { OR: [where, { id: { in: photos } }] }, ...inOrder }),
  };
}

let clock = Date.UTC(2026, 10, 28);

/** Each merge of a test is a second later than the one before. */
export function nextMoment(): Date {
  clock += 1_000;
  return new Date(clock);
}

/** Merges as an operator does who has just compared the two. */
export async function mergeNow(keptId: string, otherId: string, userId: string, choices: Choices = {}) {
  const [kept, other] = [await findMergeSide(keptId), await findMergeSide(otherId)];
  const mergeId = randomUUID();
  const states = { kept: kept?.state ?? '', other: other?.state ?? '' };
  return { mergeId, outcome: await storeMerge({ mergeId, keptId, otherId, states, choices }, { userId }, nextMoment()) };
}
