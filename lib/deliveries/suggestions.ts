import type { PointOfSaleLoad } from '../points-of-sale/types.ts';

const LEAD_MINUTES = 60;
const STEP_MS = 5 * 60_000;

/** The time a new delivery starts with: an hour from now, on the next five minutes. The operator hears another one and types it. */
export function suggestWantedAt(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + LEAD_MINUTES * 60_000) / STEP_MS) * STEP_MS);
}

/** Where a new delivery would go: where the customer's last one went, else the district's own, else the least loaded. */
export function suggestPointOfSale(
  points: PointOfSaleLoad[],
  { lastUsedId, district }: { lastUsedId: string | null; district: string },
): string | null {
  const last = points.find((point) => point.id === lastUsedId);
  const near = points.find((point) => district && point.name.toLowerCase().includes(district.trim().toLowerCase()));
  const [calmest] = [...points].sort((one, other) => load(one) - load(other));
  return (last ?? near ?? calmest)?.id ?? null;
}

function load({ openCount, capacity }: PointOfSaleLoad): number {
  return openCount / Math.max(1, capacity);
}
