type Priced = { priceMinor: number; quantity: number };

/** PostgreSQL's integer, in minor units. An order above it is refused, never cut. */
export const MAX_TOTAL_MINOR = 2_147_483_647;

export function lineTotalMinor({ priceMinor, quantity }: Priced): number {
  return priceMinor * quantity;
}

/** The amount due. */
export function totalMinor(lines: readonly Priced[]): number {
  return lines.reduce((sum, line) => sum + lineTotalMinor(line), 0);
}

/** How many things are in the bag. */
export function itemCount(lines: readonly Pick<Priced, 'quantity'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
