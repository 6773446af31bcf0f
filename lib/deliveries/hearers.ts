import type { Room } from '../realtime/events.ts';

/** Who hears that a delivery changed: the desks, and every point of sale that has it, had it, or gets it. */
export function hearersOf(...pointIds: (string | null)[]): Room[] {
  const points = pointIds.filter((id) => id !== null);
  return ['deliveries', ...[...new Set(points)].map((id): Room => `point-of-sale:${id}`)];
}
