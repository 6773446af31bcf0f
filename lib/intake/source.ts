import { LRUCache } from 'lru-cache';
import { pool } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';

/** The PBX connection that posts. Its country reads the numbers, its secrets the signatures. */
export type Source = { id: string; slug: string; country: string; eventsPerSecond: number; eventBurst: number };
export type SourceWithSecrets = Source & { secrets: string[] };

const SOURCE = `
  select c.id, c.slug, c.country, c."eventsPerSecond", c."eventBurst",
         coalesce(array_agg(s.sealed) filter (where s.id is not null), '{}') as sealed
    from "PbxConnection" c
    left join "PbxSecret" s on s."connectionId" = c.id and (s."expiresAt" is null or s."expiresAt" > now())
   where c.slug = $1
   group by c.id`;

const SLUG = /^[a-z0-9][a-z0-9._-]{0,99}$/i;
const REMEMBERED_SOURCES = 1_000;
const REMEMBERED_MS = 2_000;
const remembered = new LRUCache<string, SourceWithSecrets>({ max: REMEMBERED_SOURCES, ttl: REMEMBERED_MS });

/**
 * Null for an unknown slug. During a rotation several secrets are valid at once. What was found is remembered for two seconds,
 * since a busy PBX posts thousands of times in that: a secret taken away stays valid that long, a new source is found at once.
 */
export async function findSource(slug: string): Promise<SourceWithSecrets | null> {
  if (!SLUG.test(slug)) return null;
  const known = remembered.get(slug);
  if (known) return known;

  const { rows } = await pool().query<Source & { sealed: string[] }>({ name: 'source', text: SOURCE, values: [slug] });
  const [row] = rows;
  if (!row) return null;

  const { sealed, ...source } = row;
  const found = { ...source, secrets: sealed.map(unseal) };
  remembered.set(slug, found);
  return found;
}
