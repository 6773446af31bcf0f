import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { lockCustomer } from './lock-customer.ts';
import { handOver } from './merge-moves.ts';
import { type Columns, MergeSnapshot } from './merge-snapshot.ts';
import { toRow } from './merge-store.ts';
import { keepOnePrimary } from './number-store.ts';

type Tx = Prisma.TransactionClient;
type Pair = { keptId: string; otherId: string };

export type UndoOutcome =
  | ({ kind: 'undone'; deliveryIds: string[] } & Pair)
  | { kind: 'notFound' }
  /** Merges are undone in reverse order: that of `name` came later. */
  | { kind: 'laterMergeFirst'; name: string };

const TIMEOUT_MS = 30_000;

/**
 * Makes two records of one again: the other's row is there with its own id, and has back what came from it and still is there.
 * What was added since stays where it was added; so does what somebody changed since.
 */
export function storeUndo(mergeId: string, { userId }: { userId: string }, now: Date): Promise<UndoOutcome> {
  return db.$transaction(
    async (tx): Promise<UndoOutcome> => {
      const merge = await lockMerge(tx, mergeId);
      if (!merge) return { kind: 'notFound' };
      const { keptId, mergedId: otherId } = merge;
      const pair = { keptId, otherId };
      const snapshot = MergeSnapshot.parse(merge.snapshot);
      if (merge.undoneAt) return { kind: 'undone', ...pair, deliveryIds: [] };
      const later = await findLaterMerge(tx, merge);
      if (later) return { kind: 'laterMergeFirst', name: later.mergedName };

      await setKeptBack(tx, keptId, snapshot);
      await recreate(tx, pair, snapshot);
      await giveBelongingsBack(tx, pair, snapshot);
      await giveNumbersBack(tx, pair, snapshot);
      await giveAddressesBack(tx, pair, snapshot);
      await handOver(tx, snapshot.deliveries, keptId, otherId);

      await tx.customerMerge.update({ where: { id: mergeId }, data: { undoneAt: now }, select: { id: true } });
      await tx.customerMerge.updateMany({ where: { id: { in: snapshot.merges } }, data: { keptId: otherId } });
      await recordAudit(tx, {
        userId,
        action: 'customer.merge-undone',
        subjectType: 'customer',
        subjectId: keptId,
        details: { mergeId, mergedId: otherId, name: snapshot.customer.name },
      });
      return { kind: 'undone', ...pair, deliveryIds: snapshot.deliveries };
    },
    { timeout: TIMEOUT_MS },
  );
}

const mergeSelect = { id: true, keptId: true, mergedId: true, snapshot: true, at: true, undoneAt: true } as const;

/** With the deliveries and the kept record locked, in the order in which a merge locks them; another merge may just have led it on. */
async function lockMerge(tx: Tx, id: string) {
  const before = await tx.customerMerge.findUnique({ where: { id }, select: { keptId: true } });
  if (!before) return null;
  await tx.$queryRaw`select 1 from "Delivery" where "customerId" = ${before.keptId}::uuid order by id for update`;
  await lockCustomer(tx, before.keptId);

  const merge = await tx.customerMerge.findUnique({ where: { id }, select: mergeSelect });
  if (merge && merge.keptId !== before.keptId) await lockCustomer(tx, merge.keptId);
  return merge;
}

function findLaterMerge(tx: Tx, { id, keptId, at }: { id: string; keptId: string; at: Date }) {
  return tx.customerMerge.findFirst({
    where: { keptId, undoneAt: null, OR: [{ at: { gt: at } }, { at, id: { gt: id } }] },
    select: { mergedName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
}

/** The fields that the merge changed and nobody since. */
async function setKeptBack(tx: Tx, keptId: string, { kept: { before, after } }: MergeSnapshot): Promise<void> {
  const select = {
    name: true,
    company: true,
    class: true,
    note: true,
    city: true,
    country: true,
    source: true,
    photoId: true,
    birthday: true,
    extra: true,
    managerId: true,
  } as const;
  const row = await tx.customer.findUniqueOrThrow({ where: { id: keptId }, select });
  const { birthday, extra, photoId, ...plain } = toRow(before);
  const { birthday: birthdayAfter, extra: extraAfter, ...plainAfter } = toRow(after);
  const now = new Map<string, unknown>(Object.entries(row));
  const then = new Map<string, unknown>(Object.entries(plainAfter));

  await tx.customer.update({
    where: { id: keptId },
    data: {
      ...Object.fromEntries(Object.entries(plain).filter(([column]) => now.get(column) === then.get(column))),
      ...(row.birthday?.getTime() === birthdayAfter?.getTime() && { birthday }),
      ...(row.photoId === after.photoId && row.photoId !== photoId && { photoId: await freePhoto(tx, photoId) }),
      extra: extraBefore(extra, extraAfter, row.extra),
    },
    select: { id: true },
  });
}

function extraBefore(before: Columns['extra'], after: Columns['extra'], stored: Prisma.JsonValue): Columns['extra'] {
  const now = MergeSnapshot.shape.customer.shape.extra.parse(stored);
  const ids = [...new Set([...Object.keys(now), ...Object.keys(after), ...Object.keys(before)])];
  const values = ids.map((id) => {
    const isUntouched = (now[id] ?? null) === (after[id] ?? null);
    return [id, (isUntouched ? before[id] : now[id]) ?? null] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

async function recreate(tx: Tx, { keptId, otherId: id }: Pair, { customer, photoAmongFiles }: MergeSnapshot): Promise<void> {
  const { createdAt, photoId, ...columns } = customer;
  const row = { ...toRow({ ...columns, photoId: await freePhoto(tx, photoId) }), id, createdAt: new Date(createdAt) };
  await tx.customer.create({ data: row, select: { id: true } });

  // Shown again by whom it is of, it goes with them again.
  if (!photoAmongFiles) return;
  const shownBy = await tx.customer.findUnique({ where: { photoId: photoAmongFiles }, select: { id: true } });
  if (!shownBy) return;
  await tx.storedFile.updateMany({ where: { id: photoAmongFiles, customerId: keptId }, data: { customerId: shownBy.id } });
}

/** The photo, if it is still there and nobody's. */
async function freePhoto(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null || (await tx.customer.count({ where: { photoId: id } })) > 0) return null;
  return (await tx.storedFile.count({ where: { id, deletedAt: null, completedAt: { not: null } } })) === 1 ? id : null;
}

async function giveBelongingsBack(
  tx: Tx,
  { keptId, otherId }: Pair,
  { contacts, interests, notes, files }: MergeSnapshot,
): Promise<void> {
  const back = (ids: string[]) => ({ where: { id: { in: ids }, customerId: keptId }, data: { customerId: otherId } });
  await tx.contactPerson.updateMany(back(contacts));
  await tx.interest.updateMany(back(interests));
  // Whom one talks to about an interest is somebody at the customer whose it is.
  for (const customerId of [keptId, otherId]) {
    const astray = { customerId, contactId: { not: null }, contact: { customerId: { not: customerId } } };
    await tx.interest.updateMany({ where: astray, data: { contactId: null } });
  }
  await tx.note.updateMany(back(notes));
  await tx.storedFile.updateMany(back(files));
  const deletedBack = (ids: string[]) => ({
    where: { id: { in: ids }, wasOfCustomerId: keptId },
    data: { wasOfCustomerId: otherId },
  });
  await tx.note.updateMany(deletedBack(notes));
  await tx.storedFile.updateMany(deletedBack(files));
}

/** A number is known by itself: one that was removed and added again since is still the number that came from the other. */
async function giveNumbersBack(tx: Tx, { keptId, otherId }: Pair, { numbers, contacts }: MergeSnapshot): Promise<void> {
  const known = await tx.contactPerson.findMany({
    where: { customerId: otherId, id: { in: contacts } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: contacts.length,
  });
  for (const { twin, chosenAt, ...number } of numbers) {
    const row = await tx.phoneNumber.findFirst({
      where: { customerId: keptId, e164: number.e164 },
      select: { id: true, contactId: true, chosenAt: true },
    });
    if (!row) continue;

    const contactId = known.some(({ id }) => id === number.contactId) ? number.contactId : null;
    const chosen = chosenAt === null ? null : new Date(chosenAt);
    if (!twin) {
      const data = { customerId: otherId, isPrimary: number.isPrimary, contactId, chosenAt: chosen };
      await tx.phoneNumber.update({ where: { id: row.id }, data, select: { id: true } });
      continue;
    }
    await tx.phoneNumber.create({
      data: { ...number, contactId, chosenAt: chosen, customerId: otherId },
      select: { id: true },
    });
    await tx.phoneNumber.update({
      where: { id: row.id },
      data: {
        // Whose it became by the merge is no person of the kept record any more.
        ...(row.contactId !== null && row.contactId === number.contactId && { contactId: twin.contactId }),
        ...(row.chosenAt?.getTime() === chosen?.getTime() && {
          chosenAt: twin.chosenAt === null ? null : new Date(twin.chosenAt),
        }),
      },
      select: { id: true },
    });
  }
  // A number that stays must not be a person's who has left with the other.
  await tx.phoneNumber.updateMany({ where: { customerId: keptId, contactId: { in: contacts } }, data: { contactId: null } });
  await keepOnePrimary(tx, keptId);
  await keepOnePrimary(tx, otherId);
}

async function giveAddressesBack(tx: Tx, { keptId, otherId }: Pair, { addresses }: MergeSnapshot): Promise<void> {
  for (const { twin, lastUsedAt, ...address } of addresses) {
    const used = new Date(lastUsedAt);
    if (!twin) {
      // One that was used since was used by whoever has it now: it keeps that.
      await tx.address.updateMany({ where: { id: address.id, customerId: keptId }, data: { customerId: otherId } });
      continue;
    }
    const left = await tx.address.findFirst({ where: { id: twin.id, customerId: keptId }, select: { lastUsedAt: true } });
    if (!left) continue;
    await tx.address.create({ data: { ...address, lastUsedAt: used, customerId: otherId }, select: { id: true } });
    if (left.lastUsedAt.getTime() === used.getTime()) {
      await tx.address.update({ where: { id: twin.id }, data: { lastUsedAt: new Date(twin.lastUsedAt) }, select: { id: true } });
    }
  }
}
