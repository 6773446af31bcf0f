import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { everyNumber } from './queries.ts';
import type { SetArchived, SetShift } from './schema.ts';

/** A number as the tables keep it. */
export type KeptNumber = { raw: string; e164: string; display: string };
type Facts = { name: string; numbers: KeptNumber[] };
type Actor = { userId: string; at: Date };
type Tx = Prisma.TransactionClient;

/** Adds a driver. The browser made the id: a repeated save finds its own work, and stores what was typed since. */
export function storeNewDriver(driverId: string, facts: Facts, { userId }: Actor): Promise<void> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.driver.createMany({ data: [{ id: driverId, name: facts.name }], skipDuplicates: true });
    const before = await lockDriver(tx, driverId);
    if (count === 0 && before && isAlready(before, facts)) return;

    await write(tx, driverId, facts);
    await record(tx, userId, driverId, { change: count === 1 ? 'added' : 'edited', ...written(facts) });
  });
}

/** `from` is what the browser showed, so that nothing a colleague changed meanwhile is overwritten; `to` only what was changed. */
type Change = { driverId: string; from: Partial<Shown>; to: Partial<Facts> };
type Shown = { name: string; numbers: string[] };

/** Gives a driver another name or other numbers, the first of them the one to call: field by field, where nobody else was first. */
export function storeDriverChange(
  { driverId, from, to }: Change,
  { userId }: Actor,
): Promise<'changed' | 'already' | 'notFound' | 'conflict'> {
  return db.$transaction(async (tx) => {
    const now = await lockDriver(tx, driverId);
    if (!now) return 'notFound';
    if (isAlready(now, to)) return 'already';
    if (isTouched(now, from, to)) return 'conflict';

    await write(tx, driverId, to);
    await record(tx, userId, driverId, { change: 'edited', ...written(to) });
    return 'changed';
  });
}

/** Who changes a driver waits here for the one who is doing so. */
async function lockDriver(tx: Tx, id: string): Promise<Shown | null> {
  await tx.$queryRaw`select 1 from "Driver" where id = ${id}::uuid for update`;
  const driver = await tx.driver.findUnique({ where: { id }, select: { name: true, numbers: everyNumber } });
  return driver && { name: driver.name, numbers: e164sOf(driver.numbers) };
}

function isAlready(now: Shown, to: Partial<Facts>): boolean {
  return (
    (to.name === undefined || to.name === now.name) && (to.numbers === undefined || areSame(now.numbers, e164sOf(to.numbers)))
  );
}

/** Whether a colleague gave one of these fields yet another value. */
function isTouched(now: Shown, from: Partial<Shown>, to: Partial<Facts>): boolean {
  const isNameOther = to.name !== undefined && now.name !== from.name && now.name !== to.name;
  if (isNameOther || to.numbers === undefined) return isNameOther;
  return !areSame(now.numbers, from.numbers ?? []) && !areSame(now.numbers, e164sOf(to.numbers));
}

/** The first is the one to call; the order of the others says nothing. */
function areSame(some: string[], others: string[]): boolean {
  return some[0] === others[0] && [...some].sort().join() === [...others].sort().join();
}

async function write(tx: Tx, driverId: string, { name, numbers }: Partial<Facts>): Promise<void> {
  if (name !== undefined) await tx.driver.update({ where: { id: driverId }, data: { name }, select: { id: true } });
  if (numbers === undefined) return;

  await tx.phoneNumber.deleteMany({ where: { driverId } });
  const rows = numbers.map((number, index) => ({ ...number, driverId, isPrimary: index === 0 }));
  await tx.phoneNumber.createMany({ data: rows, skipDuplicates: true });
}

function written({ name, numbers }: Partial<Facts>): Record<string, string> {
  return { ...(name !== undefined && { name }), ...(numbers && { numbers: e164sOf(numbers).join(', ') }) };
}

function e164sOf(numbers: { e164: string }[]): string[] {
  return numbers.map((number) => number.e164);
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
