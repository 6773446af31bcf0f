import { foundByName, isListed, type PageKey } from '../customers/finding.ts';
import { readMeant } from '../customers/meant.ts';
import type { CustomerFilter } from '../customers/schema.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/** Which customers, as the URL of their list says it. */
export type ExportFilter = Omit<CustomerFilter, 'after'>;

/** Some of those whom the list shows, behind `after` in its order (keyset: the last page costs what the first does). */
export async function pageOfIds(filter: ExportFilter, country: string, after: PageKey | null, rows: number): Promise<PageKey[]> {
  const search = await readMeant(filter.text ?? '', country);
  if (search.kind === 'nobody') return [];

  const listed = { class: filter.class, after: after ?? undefined };
  const which = search.kind === 'everybody' ? isListed(listed) : Prisma.sql`c.id in (${foundByName(search, listed, rows)})`;
  return db.$queryRaw`select c.id, c.name from "Customer" c where ${which} order by c.name, c.id limit ${rows}`;
}
