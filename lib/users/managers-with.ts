import { db } from '../db/client.ts';
import { listManagers, type Manager } from './managers.ts';

/** Who can be chosen, and these who are chosen already, whatever became of them since. */
export async function listManagersWith(chosenIds: (string | null)[]): Promise<Manager[]> {
  const managers = await listManagers();
  const gone = chosenIds.filter((id) => id !== null).filter((id) => managers.every((each) => each.id !== id));
  if (gone.length === 0) return managers;

  const others = await db.user.findMany({
    select: { id: true, name: true },
    where: { id: { in: gone } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: gone.length,
  });
  return [...managers, ...others];
}
