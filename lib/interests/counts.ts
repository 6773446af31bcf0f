import { db } from '../db/client.ts';

/** Nobody reads a larger count aloud, and counting on costs what a page does not. */
export const MAX_COUNTED = 1_000;

/** What stands above the interests, whatever is filtered. */
export async function countActive(now: Date): Promise<{ active: number; overdue: number }> {
  const [active, overdue] = await Promise.all([
    db.interest.count({ where: { closedAt: null }, take: MAX_COUNTED }),
    db.interest.count({
      where: { closedAt: null, tasks: { some: { doneAt: null, dueAt: { lt: now } } } },
      take: MAX_COUNTED,
    }),
  ]);
  return { active, overdue };
}
