import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { patternsOf } from '../folded-text.ts';
import type { CatalogueFilter } from './filter.ts';

export const PAGE_ROWS = 100;
const MAX_CATEGORIES = 500;
const MAX_POINTS = 500;
/** More columns than these fit on no screen: then one point of sale is chosen. */
export const MAX_POINT_COLUMNS = 4;

const productRow = {
  id: true,
  code: true,
  name: true,
  categoryId: true,
  priceMinor: true,
  isAvailable: true,
  archivedAt: true,
} satisfies Prisma.ProductSelect;

const priceAt = { pointOfSaleId: true, priceMinor: true, isAvailable: true } satisfies Prisma.PointOfSaleProductSelect;

export type CatalogueRow = Prisma.ProductGetPayload<{ select: typeof productRow & { prices: { select: typeof priceAt } } }>;
export type CatalogueCategory = { id: string; name: string; productCount: number };
export type CataloguePoint = { id: string; name: string };

/** Everything the page of the catalogue shows, for this filter. */
export async function readCatalogue(filter: CatalogueFilter) {
  const [categories, points] = await Promise.all([listCategories(), listPoints()]);
  const chosen = points.find(({ id }) => id === filter.point) ?? points[0];
  const shownPoints = points.length <= MAX_POINT_COLUMNS || !chosen ? points : [chosen];

  return {
    ...(await listProducts(filter, shownPoints)),
    categories,
    points,
    shownPoints,
    isFiltered: Boolean(filter.text || filter.category || filter.show || filter.after),
  };
}

/**
 * One page in the order of the menu; `filter.after` is the last product of the page before. Which products they are is asked in SQL,
 * for the folded text and for a key of three columns; what they are, of Prisma, with their prices at these points of sale.
 */
export async function listProducts(
  filter: CatalogueFilter,
  points: CataloguePoint[] = [],
): Promise<{ rows: CatalogueRow[]; next: string | null }> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select p.id
      from "Product" p join "Category" c on c.id = p."categoryId"
     where ${Prisma.join([shown(filter), inCategory(filter), afterRow(filter)], ' and ')}
       and p."searchText" like all (${patternsOf(filter.text ?? '')}::text[])
     order by c.position, c.name, p.code
     limit ${PAGE_ROWS + 1}`;
  const ids = found.slice(0, PAGE_ROWS).map(({ id }) => id);
  const products = await db.product.findMany({
    select: {
      ...productRow,
      prices: {
        select: priceAt,
        where: { pointOfSaleId: { in: points.map((point) => point.id) } },
        orderBy: { pointOfSaleId: 'asc' },
        take: MAX_POINT_COLUMNS,
      },
    },
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    take: PAGE_ROWS,
  });
  const byId = new Map(products.map((product) => [product.id, product]));

  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    next: found.length > PAGE_ROWS ? (ids.at(-1) ?? null) : null,
  };
}

function shown({ show }: CatalogueFilter): Prisma.Sql {
  if (show === 'archived') return Prisma.sql`p."archivedAt" is not null`;
  if (show !== 'soldOut') return Prisma.sql`p."archivedAt" is null`;
  const here = Prisma.sql`select 1 from "PointOfSaleProduct" here where here."productId" = p.id and not here."isAvailable"`;
  return Prisma.sql`p."archivedAt" is null and (not p."isAvailable" or exists (${here}))`;
}

function inCategory({ category }: CatalogueFilter): Prisma.Sql {
  return category ? Prisma.sql`p."categoryId" = ${category}::uuid` : Prisma.sql`true`;
}

function afterRow({ after }: CatalogueFilter): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  return Prisma.sql`(c.position, c.name, p.code) > (
    select of.position, of.name, last.code from "Product" last join "Category" of on of.id = last."categoryId" where last.id = ${after}::uuid)`;
}

/** In the order of the menu, with how many products each holds, archived ones too: they keep it from being deleted. */
async function listCategories(): Promise<CatalogueCategory[]> {
  const categories = await db.category.findMany({
    select: { id: true, name: true, _count: { select: { products: true } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    take: MAX_CATEGORIES,
  });
  return categories.map(({ _count, ...category }) => ({ ...category, productCount: _count.products }));
}

function listPoints(): Promise<CataloguePoint[]> {
  return db.pointOfSale.findMany({
    select: { id: true, name: true },
    where: { archivedAt: null },
    orderBy: [{ name: 'asc' }],
    take: MAX_POINTS,
  });
}
