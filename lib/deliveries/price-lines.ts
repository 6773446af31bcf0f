import type { Prisma } from '../db/generated/client.ts';
import type { OrderLine } from './types.ts';

/**
 * The lines with names and prices of our own: those of lines we have are kept, new ones are read from the price list.
 * What a browser says a product costs is never believed. Null when a product does not exist.
 */
export async function priceLines(
  tx: Pick<Prisma.TransactionClient, 'product'>,
  lines: OrderLine[],
  known: OrderLine[],
): Promise<OrderLine[] | null> {
  const knownLine = (line: OrderLine) => known.find((each) => each.id === line.id && each.productId === line.productId);
  const newIds = lines.filter((line) => !knownLine(line)).map((line) => line.productId);
  const products =
    newIds.length === 0
      ? []
      : await tx.product.findMany({
          where: { id: { in: newIds } },
          select: { id: true, name: true, priceMinor: true },
          orderBy: { id: 'asc' },
          take: newIds.length,
        });

  const priced: OrderLine[] = [];
  for (const line of lines) {
    const source = knownLine(line) ?? products.find((product) => product.id === line.productId);
    if (!source) return null;
    priced.push({ ...line, name: source.name, priceMinor: source.priceMinor });
  }
  return priced;
}
