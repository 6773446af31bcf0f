import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { pool } from '../db/client.ts';
import { log } from '../log.ts';
import type { Head } from './chain.ts';

const FILE = 'ledger-anchors.ndjson';
const Anchor = z.object({ chainId: z.uuid(), seq: z.int().min(1), hash: z.string(), at: z.iso.datetime() });
export type Anchor = z.infer<typeof Anchor>;

/** Chains that have grown since they were anchored, a day ago or longer. */
const DUE = `
  select c.id as "chainId", c.seq, c.hash from "LedgerChain" c
   where c.seq > 0
     and not exists (select from "LedgerAnchor" a where a."chainId" = c.id and (a.seq = c.seq or a.at > $1::timestamptz - interval '23 hours'))
   order by c.id`;
const KEEP = `
  insert into "LedgerAnchor" ("chainId", seq, hash, at) values ($1, $2, $3, $4) on conflict do nothing`;
const OF_CHAIN = 'select "chainId", seq, hash, at from "LedgerAnchor" where "chainId" = $1 order by seq';

/**
 * Keeps the head of each chain once a day: in a table that is only appended to, in a file of the data folder, and in the log. Whoever
 * writes the ledger anew has to reach all three.
 */
export async function anchorChains(dataFolder: string, now: Date): Promise<Anchor[]> {
  const { rows } = await pool().query<{ chainId: string } & Head>(DUE, [now]);
  const kept: Anchor[] = [];
  for (const { chainId, seq, hash } of rows) {
    const anchor = { chainId, seq, hash, at: now.toISOString() };
    // The file first: a process that dies in between keeps it once more, which says the same.
    await mkdir(dataFolder, { recursive: true });
    await appendFile(join(dataFolder, FILE), `${JSON.stringify(anchor)}\n`);
    await pool().query(KEEP, [chainId, seq, hash, now]);
    log.info(anchor, 'The head of a ledger of missed calls');
    kept.push(anchor);
  }
  return kept;
}

/** Every head of a chain that was kept, in the database and in the file beside it. */
export async function anchorsOf(chainId: string, dataFolder: string): Promise<Anchor[]> {
  const { rows } = await pool().query<Omit<Anchor, 'at'> & { at: Date }>(OF_CHAIN, [chainId]);
  const filed = await readFiled(join(dataFolder, FILE));
  const stored = rows.map(({ at, ...anchor }) => ({ ...anchor, at: at.toISOString() }));
  return [...stored, ...filed.filter((anchor) => anchor.chainId === chainId)];
}

/** Every chain of which a head was kept. */
export async function anchoredChains(dataFolder: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>('select distinct "chainId" as id from "LedgerAnchor"');
  const filed = await readFiled(join(dataFolder, FILE));
  return [...new Set([...rows.map((row) => row.id), ...filed.map((anchor) => anchor.chainId)])].toSorted();
}

async function readFiled(path: string): Promise<Anchor[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    // A line that was cut short by a full disk says nothing; the others do.
    const anchor = Anchor.safeParse(parse(line));
    return anchor.success ? [anchor.data] : [];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
