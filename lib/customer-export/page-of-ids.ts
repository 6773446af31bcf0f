import { z } from 'zod';
import type { CustomerClass } from '../caller-card/types.ts';
import { matching } from '../customers/matching.ts';
import { readSearch } from '../customers/search.ts';
import { CUSTOMER_CLASSES } from '../customers/types.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { SearchText } from '../search-text.ts';

/** The filters of the list of customers, as its URL carries them. */
export const ExportFilter = z.object({
  text: SearchText,
  class: z.enum(CUSTOMER_CLASSES).optional().catch(undefined),
});
export type ExportFilter = { text?: string; class?: CustomerClass };

/** Some of those whom the list shows, behind `after` in its order (keyset: the last page costs what the first does). */
export function pageOfIds(
  filter: ExportFilter,
  country: string,
  after: { name: string; id: string } | null,
  rows: number,
): Promise<{ id: string; name: string }[]> {
  const search = matching(readSearch(filter.text ?? '', country));
  const ofClass = filter.class ? Prisma.sql`c.class = ${filter.class}::"CustomerClass"` : Prisma.sql`true`;
  const behind = after ? Prisma.sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)` : Prisma.sql`true`;
  return db.$queryRaw`
    select c.id, c.name from "Customer" c where ${search} and ${ofClass} and ${behind} order by c.name, c.id limit ${rows}`;
}
