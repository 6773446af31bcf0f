import type { Lack } from './types.ts';

type Offer = { isAvailable: boolean; isAvailableHere: boolean; archivedAt: Date | null };

/** Why it cannot be ordered, the widest reason first; null while it can. */
export function lackOf({ isAvailable, isAvailableHere, archivedAt }: Offer): Lack | null {
  if (archivedAt) return 'offMenu';
  if (!isAvailable) return 'soldOut';
  return isAvailableHere ? null : 'soldOutHere';
}
