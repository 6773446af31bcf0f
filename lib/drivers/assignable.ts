import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';

const MAX_DRIVERS = 200;

const assignableSelect = {
  id: true,
  name: true,
  isOnShift: true,
  _count: { select: { deliveries: { where: { status: { in: [...OPEN_STATUSES] } } } } },
} satisfies Prisma.DriverSelect;

/** A driver who may get a delivery, with how many they carry now. */
export type AssignableDriver = { id: string; name: string; isOnShift: boolean; onBoard: number };

/** Those on shift first, then by name; none who left. */
export async function listAssignableDrivers(): Promise<AssignableDriver[]> {
  const drivers = await db.driver.findMany({
    select: assignableSelect,
    where: { archivedAt: null },
    orderBy: [{ isOnShift: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: MAX_DRIVERS,
  });
  return drivers.map(({ _count, ...driver }) => ({ ...driver, onBoard: _count.deliveries }));
}
