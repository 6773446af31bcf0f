import type { DeliveryContent } from './types.ts';

type Priced = { priceMinor: number; quantity: number };
type Discounted = Pick<DeliveryContent, 'discountKind' | 'discountValue'> & { lines: readonly Priced[] };

export function lineTotalMinor({ priceMinor, quantity }: Priced): number {
  return priceMinor * quantity;
}

/** What the products cost before any discount. */
export function productsMinor(lines: readonly Priced[]): number {
  return lines.reduce((sum, line) => sum + lineTotalMinor(line), 0);
}

/** What is taken off, at most what the products cost. Half a minor unit counts for the customer. */
export function discountMinor({ lines, discountKind, discountValue }: Discounted): number {
  const products = productsMinor(lines);
  switch (discountKind) {
    case 'none':
      return 0;
    case 'percent':
      return Math.min(products, Math.round((products * discountValue) / 100));
    case 'amount':
      return Math.min(products, discountValue);
  }
}

/** The amount due: what the customer is told. */
export function totalMinor(content: Discounted): number {
  return productsMinor(content.lines) - discountMinor(content);
}

/** How many things are in the bag. */
export function itemCount(lines: readonly Pick<Priced, 'quantity'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
