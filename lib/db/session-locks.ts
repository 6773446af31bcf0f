import { Client } from 'pg';
import { env } from '../env.ts';
import { log } from '../log.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const SILENCE_TIMEOUT_MS = 5_000;

export type SessionLocks = {
  /** Whether this process has the lock now. Throws while the database is away: then nobody else gets it either. */
  take: (key: string) => Promise<boolean>;
  release: (key: string) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Locks that one process of several holds for as long as it lives, on a connection of its own. PostgreSQL gives them back by
 * itself when the connection breaks: nobody has to wait for a lease to run out after a crash.
 */
export function createSessionLocks(namespace: string): SessionLocks {
  let session: { client: Client; held: Set<string> } | null = null;

  async function connected() {
    if (session) return session;
    const client = new Client({
      connectionString: env.databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: SILENCE_TIMEOUT_MS,
      keepAlive: true,
    });
    const opened = { client, held: new Set<string>() };
    client.on('error', (error) => drop(opened, error));
    client.on('end', () => drop(opened));
    await client.connect();
    session = opened;
    return opened;
  }

  /** With the connection go its locks. */
  function drop(lost: { client: Client }, error?: Error): void {
    if (session?.client !== lost.client) return;
    session = null;
    if (error) log.warn({ err: error, namespace }, 'The connection that held locks broke');
  }

  return {
    take: async (key) => {
      const { client, held } = await connected();
      try {
        // Asked also where it is held: a connection that died without a word holds nothing any more.
        const text = held.has(key) ? 'select true as taken' : 'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as taken';
        const { rows } = await client.query<{ taken: boolean }>(text, held.has(key) ? [] : [namespace, key]);
        const isTaken = rows[0]?.taken === true;
        if (isTaken) held.add(key);
        return isTaken;
      } catch (error) {
        drop({ client });
        client.end().catch(() => undefined);
        throw error;
      }
    },
    release: async (key) => {
      if (!session?.held.delete(key)) return;
      await session.client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', [namespace, key]);
    },
    close: async () => {
      const open = session;
      session = null;
      await open?.client.end().catch(() => undefined);
    },
  };
}
