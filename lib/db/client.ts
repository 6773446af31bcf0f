import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from '../env.ts';
import { PrismaClient } from './generated/client.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 5_000;
// Longer than the server's own limit, so that it only fires when the database has stopped answering at all (R13).
const SILENCE_TIMEOUT_MS = 7_000;
const POOL_CONNECTIONS = 12;
/** Sooner than a firewall in between forgets a quiet connection; the kernel alone waits two hours. */
const KEEP_ALIVE_AFTER_MS = 30_000;

function open() {
  if (!env.databaseUrl) throw new Error('DATABASE_URL is not set: `npm run demo` starts a database of its own.');

  const pool = new Pool({
    connectionString: env.databaseUrl,
    max: POOL_CONNECTIONS,
    // Kept for a desk that was quiet for a while: opening them anew cost the next page 200 ms. A script may end all the same.
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_TIMEOUT_MS,
    // The typed client writes times without their zone and overlooks the one it reads: both have to be UTC, whatever the server's is.
    // Asked for here and not as an option of the connection, which a pooler, or `?options=` in the address, would swallow.
    onConnect: (client) => client.query("set time zone 'UTC'"),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  });
  // An idle connection that the server closed is replaced on next use; without a listener Node would exit.
  pool.on('error', () => undefined);

  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// Routes and the custom server are separate module graphs in one process: globalThis lets them share one pool.
const POOL = Symbol.for('offhook.database');
const shared = globalThis as typeof globalThis & { [POOL]?: ReturnType<typeof open> };

function connection() {
  shared[POOL] ??= open();
  return shared[POOL];
}

/** Raw `pg`, for the few prepared queries of a call's hot path (docs/decisions). Everything else uses `db`. */
export function pool(): Pool {
  return connection().pool;
}

/** The typed client. Opened at first use, so that a build without a database works. */
export const db = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get(connection().db, name),
});
