import type { Prisma } from '../db/generated/client.ts';
import type { OrderLine } from './types.ts';

/** The lines that have their prices already, and whose price list counts for the others. */
type Pricing = { known: OrderLine[]; pointOfSaleId: string | null };

/**
 * The lines with names and prices of our own: those of lines we have are kept, new ones are read from the price list of the
 * point of sale. What a browser says a product costs is never believed. Null when a product does not exist.
 */
export async function priceLines(
  tx: Pick<Prisma.TransactionClient, 'product'>,
  lines: OrderLine[],
  { known, pointOfSaleId }: Pricing,
): Promise<OrderLine[] | null> {
  const knownLine = (line: OrderLine) => known.find((each) => each.id === line.id && each.productId === line.productId);
  const newIds = lines.filter((line) => !knownLine(line)).map((line) => line.productId);
  const products = newIds.length === 0 ? [] : await readPrices(tx, newIds, pointOfSaleId);

  const priced: OrderLine[] = [];
  for (const line of lines) {
    const source = knownLine(line) ?? products.find((product) => product.id === line.productId);
    if (!source) return null;
    priced.push({ ...line, name: source.name, priceMinor: source.priceMinor });
  }
  return priced;
}

async function readPrices(tx: Pick<Prisma.TransactionClient, 'product'>, ids: string[], pointOfSaleId: string | null) {
  const products = await tx.product.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      priceMinor: true,
      prices: { select: { priceMinor: true }, where: { pointOfSaleId: pointOfSaleId ?? undefined }, take: 1 },
    },
    orderBy: { id: 'asc' },
    take: ids.length,
  });
  return products.map(({ prices, ...product }) => ({
    ...product,
    priceMinor: (pointOfSaleId ? prices[0]?.priceMinor : null) ?? product.priceMinor,
  }));
}
