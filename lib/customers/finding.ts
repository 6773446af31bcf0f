import type { CustomerClass } from '../caller-card/types.ts';
import { Prisma } from '../db/generated/client.ts';
import { isWithin, startsWith } from './matching.ts';
import type { Meaningful } from './search.ts';

export type PageKey = { name: string; id: string };
type Search<Kind extends Meaningful['kind']> = Extract<Meaningful, { kind: Kind }>;

/** The ids of those a search means, by name behind `after`: through an index, however many or few they are. */
export function foundByName(
  search: Meaningful,
  { class: ofClass, after }: { class?: CustomerClass | undefined; after?: PageKey | undefined },
  most: number,
): Prisma.Sql {
  if (search.kind === 'words') {
    const behind = after ? Prisma.sql`${after.name}, ${after.id}::uuid` : Prisma.sql`null, null`;
    return Prisma.sql`select id from customers_by_words(${search.text}, ${ofClass ?? null}::"CustomerClass", ${behind}, true, ${most}::int)`;
  }
  // Materialized, or the planner may walk through all customers by name and ask of each whether they are among them.
  return Prisma.sql`
    with owner as materialized (${owners(search, null)})
    select c.id from "Customer" c where c.id in (select id from owner) and ${isListed({ class: ofClass, after })}
     order by c.name, c.id limit ${most}`;
}

/** The ids of some of those a search means, where there may be more than anybody looks at (R30). */
export function someFound(search: Meaningful, most: number): Prisma.Sql {
  if (search.kind !== 'words') return owners(search, most);
  return Prisma.sql`select id from customers_by_words(${search.text}, null, null, null, false, ${most}::int)`;
}

/** The ids of those who have a number that begins as it was typed, some of them. */
export function someBeginning({ beginnings }: Search<'part'>, most: number | null): Prisma.Sql {
  const each = beginnings.map((beginning) => ownersOf(startsWith(beginning), most));
  return Prisma.join(each, ' union ');
}

/** What the filters beside the search say of a customer `c`. */
export function isListed({
  class: ofClass,
  after,
}: {
  class?: CustomerClass | undefined;
  after?: PageKey | undefined;
}): Prisma.Sql {
  const inClass = ofClass ? Prisma.sql`c.class = ${ofClass}::"CustomerClass"` : Prisma.sql`true`;
  const behind = after ? Prisma.sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)` : Prisma.sql`true`;
  return Prisma.sql`${inClass} and ${behind}`;
}

function owners(search: Search<'part' | 'number'>, most: number | null): Prisma.Sql {
  if (search.kind === 'number') return ownersOf(Prisma.sql`n.e164 = ${search.e164}`, most);
  if (!isWithin(search)) return someBeginning(search, most);
  return Prisma.sql`select id from customers_by_digits(${search.digits}, ${most}::int)`;
}

function ownersOf(number: Prisma.Sql, most: number | null): Prisma.Sql {
  return Prisma.sql`(select n."customerId" as id from "PhoneNumber" n where ${number} and n."customerId" is not null limit ${most}::int)`;
}
