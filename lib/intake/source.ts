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

/** Null for an unknown slug. During a rotation several secrets are valid at once. */
export async function findSource(slug: string): Promise<SourceWithSecrets | null> {
  const { rows } = await pool().query<Source & { sealed: string[] }>({ name: 'source', text: SOURCE, values: [slug] });
  const [row] = rows;
  if (!row) return null;

  const { sealed, ...source } = row;
  return { ...source, secrets: sealed.map(unseal) };
}
