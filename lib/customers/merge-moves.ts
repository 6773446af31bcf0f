import type { Prisma } from '../db/generated/client.ts';
import type { MergeSnapshot } from './merge-snapshot.ts';

type Tx = Prisma.TransactionClient;
type Pair = { keptId: string; otherId: string };

/** More than anybody has; a bound all the same. */
const ROWS = 100_000;

const isoOf = (at: Date | null) => at?.toISOString() ?? null;
const later = (one: Date | null, other: Date | null) => (one && (!other || one > other) ? one : other);

/** Contact persons, interests, notes, files, and the merges that led to the one that goes. */
export async function moveBelongings(tx: Tx, { keptId, otherId }: Pair) {
  const theirs = { where: { customerId: otherId }, select: { id: true }, orderBy: { id: 'asc' }, take: ROWS } as const;
  const contacts = await tx.contactPerson.findMany(theirs);
  const interests = await tx.interest.findMany(theirs);
  // What was deleted a moment ago comes along too, so that the deletion can still be taken back.
  const alsoDeleted = { ...theirs, where: { OR: [{ customerId: otherId }, { wasOfCustomerId: otherId }] } };
  const notes = await tx.note.findMany(alsoDeleted);
  const files = await tx.storedFile.findMany(alsoDeleted);
  const merges = await tx.customerMerge.findMany({
    where: { keptId: otherId },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: ROWS,
  });

  const toKept = { where: { customerId: otherId }, data: { customerId: keptId } };
  await tx.contactPerson.updateMany(toKept);
  await tx.interest.updateMany(toKept);
  await tx.note.updateMany(toKept);
  await tx.storedFile.updateMany(toKept);
  const deletedToKept = { where: { wasOfCustomerId: otherId }, data: { wasOfCustomerId: keptId } };
  await tx.note.updateMany(deletedToKept);
  await tx.storedFile.updateMany(deletedToKept);
  await tx.customerMerge.updateMany({ where: { keptId: otherId }, data: { keptId } });
  return { contacts: ids(contacts), interests: ids(interests), notes: ids(notes), files: ids(files), merges: ids(merges) };
}

const numberSelect = {
  id: true,
  e164: true,
  raw: true,
  display: true,
  isPrimary: true,
  contactId: true,
  chosenAt: true,
} as const;

/** Their numbers; one that both have stays one row, which learns whose it is and when it was chosen. */
export async function moveNumbers(tx: Tx, { keptId, otherId }: Pair): Promise<MergeSnapshot['numbers']> {
  const read = (customerId: string) =>
    tx.phoneNumber.findMany({ where: { customerId }, select: numberSelect, orderBy: { id: 'asc' }, take: ROWS });
  const [kept, other] = [await read(keptId), await read(otherId)];
  const rows: MergeSnapshot['numbers'] = [];

  for (const { chosenAt, ...number } of other) {
    const twin = kept.find(({ e164 }) => e164 === number.e164);
    if (twin) {
      await tx.phoneNumber.delete({ where: { id: number.id }, select: { id: true } });
      await tx.phoneNumber.update({
        where: { id: twin.id },
        data: { contactId: twin.contactId ?? number.contactId, chosenAt: later(chosenAt, twin.chosenAt) },
        select: { id: true },
      });
    } else {
      const isPrimary = kept.length === 0 && number.isPrimary;
      await tx.phoneNumber.update({ where: { id: number.id }, data: { customerId: keptId, isPrimary }, select: { id: true } });
    }
    rows.push({
      ...number,
      chosenAt: isoOf(chosenAt),
      twin: twin ? { contactId: twin.contactId, chosenAt: isoOf(twin.chosenAt) } : null,
    });
  }
  return rows;
}

const addressSelect = {
  id: true,
  street: true,
  flat: true,
  district: true,
  city: true,
  driverNote: true,
  lastUsedAt: true,
} as const;
type AddressRow = Prisma.AddressGetPayload<{ select: typeof addressSelect }>;

/** Their addresses; one that both have in the same words stays one. */
export async function moveAddresses(tx: Tx, { keptId, otherId }: Pair): Promise<MergeSnapshot['addresses']> {
  const read = (customerId: string) =>
    tx.address.findMany({ where: { customerId }, select: addressSelect, orderBy: { id: 'asc' }, take: ROWS });
  const [kept, other] = [await read(keptId), await read(otherId)];
  const rows: MergeSnapshot['addresses'] = [];

  for (const address of other) {
    const { lastUsedAt, ...place } = address;
    const twin = kept.find((each) => isSamePlace(each, address));
    if (twin) {
      // Two of the other's may have the same twin: it was used when the last of the three was.
      kept.splice(kept.indexOf(twin), 1);
      await tx.address.delete({ where: { id: address.id }, select: { id: true } });
      const last = later(lastUsedAt, twin.lastUsedAt) ?? lastUsedAt;
      await tx.address.update({ where: { id: twin.id }, data: { lastUsedAt: last }, select: { id: true } });
    } else {
      await tx.address.update({ where: { id: address.id }, data: { customerId: keptId }, select: { id: true } });
    }
    rows.push({
      ...place,
      lastUsedAt: lastUsedAt.toISOString(),
      twin: twin ? { id: twin.id, lastUsedAt: twin.lastUsedAt.toISOString() } : null,
    });
  }
  return rows;
}

function isSamePlace(one: AddressRow, other: AddressRow): boolean {
  const words = ({ street, flat, district, city, driverNote }: AddressRow) =>
    JSON.stringify([street, flat, district, city, driverNote]);
  return words(one) === words(other);
}

/** Their deliveries: also what the kitchen was sent names the kept record, so that nothing looks changed since. */
export async function moveDeliveries(tx: Tx, { keptId, otherId }: Pair): Promise<string[]> {
  const rows = await tx.delivery.findMany({
    where: { customerId: otherId },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: ROWS,
  });
  const deliveryIds = ids(rows);
  await handOver(tx, deliveryIds, otherId, keptId);
  return deliveryIds;
}

/** Deliveries of one record become another's, those that are still its own. */
export async function handOver(tx: Tx, deliveryIds: string[], fromId: string, toId: string): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.$executeRaw`
    update "Delivery"
       set "customerId" = ${toId}::uuid, version = version + 1,
           "sentContent" = case when "sentContent"->>'customerId' = ${fromId}
                                then jsonb_set("sentContent", '{customerId}', to_jsonb(${toId}::text)) else "sentContent" end,
           "seenContent" = case when "seenContent"->>'customerId' = ${fromId}
                                then jsonb_set("seenContent", '{customerId}', to_jsonb(${toId}::text)) else "seenContent" end
     where id = any(${deliveryIds}::uuid[]) and "customerId" = ${fromId}::uuid`;
}

function ids(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
