import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { patternsOf } from '../folded-text.ts';
import { lackOf } from './lack.ts';
import { FOUND_ROWS, rankProducts } from './rank.ts';
import type { ProductFound, ProductLack, ProductOffers } from './types.ts';

const CANDIDATE_ROWS = 200;
const OFTEN_ROWS = 6;
/** A taste is what somebody ate lately. */
const LAST_DELIVERIES_OF_CUSTOMER = 50;
const LAST_DELIVERIES_OF_ALL = 300;

/** Products that hold every word of `text` in code or name, accents or not, best first, as this point of sale sells them. */
export async function findProducts(text: string, pointOfSaleId: string | null): Promise<ProductFound[]> {
  const code = text.trim().toUpperCase();
  // Somebody who types a mere number means a quantity: it must not add the first dish with such a digit in its name.
  const isBareNumber = /^\d{1,2}$/.test(code);
  const candidates = await db.$queryRaw<ProductFound[]>`
    ${productsAt(pointOfSaleId)}
       and (${!isBareNumber} or p.code = ${code})
       and p."searchText" like all (${patternsOf(text)}::text[])
     order by p.code = ${code} desc, "isAvailable" desc, p.name, p.id
     limit ${CANDIDATE_ROWS}`;
  return rankProducts(candidates, text).slice(0, FOUND_ROWS);
}

/** What to offer while nothing is typed: what this customer has most often, then what goes best. */
export async function findOffers(customerId: string | null, pointOfSaleId: string | null): Promise<ProductOffers> {
  const [often, popular] = await Promise.all([
    customerId ? findFrequentProducts(customerId, pointOfSaleId) : [],
    findPopularProducts(pointOfSaleId),
  ]);
  const isOften = ({ id }: ProductFound) => often.some((each) => each.id === id);
  return { often, popular: popular.filter((each) => !isOften(each)).slice(0, FOUND_ROWS - often.length) };
}

/** What was in most of a customer's last deliveries, by the index on their deliveries. */
export function findFrequentProducts(customerId: string, pointOfSaleId: string | null): Promise<ProductFound[]> {
  return findOrdered(
    Prisma.sql`
      select id from "Delivery"
       where "customerId" = ${customerId}::uuid and status not in ('draft', 'cancelled')
       order by "wantedAt" desc
       limit ${LAST_DELIVERIES_OF_CUSTOMER}`,
    pointOfSaleId,
    OFTEN_ROWS,
  );
}

function findPopularProducts(pointOfSaleId: string | null): Promise<ProductFound[]> {
  return findOrdered(
    Prisma.sql`
      select id from "Delivery"
       where status not in ('draft', 'cancelled')
       order by number desc
       limit ${LAST_DELIVERIES_OF_ALL}`,
    pointOfSaleId,
    FOUND_ROWS + OFTEN_ROWS,
  );
}

/** The products that most of these deliveries held. */
function findOrdered(deliveries: Prisma.Sql, pointOfSaleId: string | null, rows: number): Promise<ProductFound[]> {
  return db.$queryRaw<ProductFound[]>`
    with ordered as (
      select line."productId", count(distinct line."deliveryId") as times
        from (${deliveries}) as delivery join "DeliveryLine" line on line."deliveryId" = delivery.id
       group by line."productId"
    )
    select found.id, found.code, found.name, found.category, found."priceMinor", found."isAvailable"
      from (${productsAt(pointOfSaleId)}) as found join ordered on ordered."productId" = found.id
     where found."isAvailable"
     order by ordered.times desc, found.name, found.id
     limit ${rows}`;
}

/** What is on the menu, at the price of one point of sale. Ends in a condition that others can join. */
function productsAt(pointOfSaleId: string | null): Prisma.Sql {
  return Prisma.sql`
    select p.id, p.code, p.name, c.name as category,
           coalesce(here."priceMinor", p."priceMinor") as "priceMinor",
           p."isAvailable" and coalesce(here."isAvailable", true) as "isAvailable"
      from "Product" p
      join "Category" c on c.id = p."categoryId"
      left join "PointOfSaleProduct" here on here."productId" = p.id and here."pointOfSaleId" = ${pointOfSaleId}::uuid
     where p."archivedAt" is null`;
}

/** Which of these products cannot be ordered at this point of sale now, and why. */
export async function findLackingProducts(
  productIds: string[],
  pointOfSaleId: string | null,
  tx: Pick<Prisma.TransactionClient, 'product'> = db,
): Promise<ProductLack[]> {
  if (productIds.length === 0) return [];

  const products = await tx.product.findMany({
    select: {
      id: true,
      isAvailable: true,
      archivedAt: true,
      prices: { select: { isAvailable: true }, where: { pointOfSaleId: pointOfSaleId ?? undefined }, take: 1 },
    },
    where: { id: { in: productIds } },
    orderBy: { id: 'asc' },
    take: productIds.length,
  });
  return products.flatMap(({ id, prices, ...product }) => {
    const lack = lackOf({ ...product, isAvailableHere: (pointOfSaleId ? prices[0]?.isAvailable : null) ?? true });
    return lack ? [{ productId: id, lack }] : [];
  });
}
