import { db } from '../db/client.ts';
import { FOUND_ROWS, rankProducts, wordsOf } from './rank.ts';
import type { ProductFound } from './types.ts';

const CANDIDATE_ROWS = 200;

// Letters that PostgreSQL does not fold without an extension some hosts refuse; the two texts are equally long.
const ACCENTED = 'ąćęłńóśźżáàâäãåčçďéèêëěíìîïñňôöòőõřšťúùûüůűýž';
const PLAIN = 'acelnoszzaaaaaaccdeeeeeiiiinnooooorstuuuuuuyz';

/**
 * Products that hold every word of `text` in code or name, accents or not, best first; all of them, by name, for an empty text.
 * A price list has hundreds of rows, so folding it as it is read costs about a millisecond.
 */
export async function findProducts(text: string): Promise<ProductFound[]> {
  const patterns = wordsOf(text).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const candidates = await db.$queryRaw<ProductFound[]>`
    select p.id, p.code, p.name, c.name as category, p."priceMinor", p."isAvailable"
      from "Product" p join "Category" c on c.id = p."categoryId"
     where p."archivedAt" is null
       and translate(lower(p.code || ' ' || p.name), ${ACCENTED}, ${PLAIN}) like all (${patterns}::text[])
     order by p."isAvailable" desc, p.name, p.id
     limit ${CANDIDATE_ROWS}`;
  return rankProducts(candidates, text).slice(0, FOUND_ROWS);
}
