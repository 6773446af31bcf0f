import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { SetArchived, SetShift } from './schema.ts';

/** A number as the tables keep it. */
export type KeptNumber = { raw: string; e164: string; display: string };
type Facts = { driverId: string | null; name: string; numbers: KeptNumber[] };
type Actor = { userId: string; at: Date };
type Tx = Prisma.TransactionClient;

/** Adds a driver, or gives one another name and other numbers, the first of them the one to call; null where there is none to change. */
export function storeDriver({ driverId, name, numbers }: Facts, { userId }: Actor): Promise<{ driverId: string } | null> {
  return db.$transaction(async (tx) => {
    const id = driverId
      ? await rename(tx, driverId, name)
      : (await tx.driver.create({ data: { name }, select: { id: true } })).id;
    if (!id) return null;

    await tx.phoneNumber.deleteMany({ where: { driverId: id } });
    await tx.phoneNumber.createMany({
      data: numbers.map((number, index) => ({ ...number, driverId: id, isPrimary: index === 0 })),
      skipDuplicates: true,
    });
    const change = driverId ? 'edited' : 'added';
    await record(tx, userId, id, { change, name, numbers: numbers.map((number) => number.e164).join(', ') });
    return { driverId: id };
  });
}

async function rename(tx: Tx, id: string, name: string): Promise<string | null> {
  const { count } = await tx.driver.updateMany({ where: { id }, data: { name } });
  return count === 1 ? id : null;
}

export type Flipped = 'changed' | 'already' | 'notFound';

/** Begins or ends a driver's shift. */
export function storeShift({ driverId, isOnShift }: SetShift, { userId }: Actor): Promise<Flipped> {
  return db.$transaction((tx) =>
    flip(tx, driverId, {
      where: { isOnShift: !isOnShift, archivedAt: null },
      data: { isOnShift },
      audit: () => record(tx, userId, driverId, { change: isOnShift ? 'shiftBegan' : 'shiftEnded' }),
    }),
  );
}

/** One who left is listed nowhere, and has no shift; bringing them back lists them again. */
export function storeArchived({ driverId, isArchived }: SetArchived, { userId, at }: Actor): Promise<Flipped> {
  return db.$transaction((tx) =>
    flip(tx, driverId, {
      where: { archivedAt: isArchived ? null : { not: null } },
      data: isArchived ? { archivedAt: at, isOnShift: false } : { archivedAt: null },
      audit: () => record(tx, userId, driverId, { change: isArchived ? 'archived' : 'restored' }),
    }),
  );
}

type Flip = { where: Prisma.DriverWhereInput; data: Prisma.DriverUpdateManyMutationInput; audit: () => Promise<void> };

/** The database settles who was first: what is so already is not written, or recorded, again. */
async function flip(tx: Tx, id: string, { where, data, audit }: Flip): Promise<Flipped> {
  const { count } = await tx.driver.updateMany({ where: { id, ...where }, data });
  if (count === 1) {
    await audit();
    return 'changed';
  }
  return (await tx.driver.count({ where: { id } })) === 1 ? 'already' : 'notFound';
}

function record(tx: Tx, userId: string, driverId: string, details: Record<string, string>): Promise<void> {
  return recordAudit(tx, { userId, action: 'driver.changed', subjectType: 'driver', subjectId: driverId, details });
}
