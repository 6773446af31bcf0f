import { LRUCache } from 'lru-cache';
import type { SignedInUser } from './signed-in-user.ts';

const KEPT_MS = 2_000;
const MAX_SESSIONS = 5_000;

type Lookup = Promise<SignedInUser | null>;

// Routes and the custom server are separate module graphs in one process: a revocation in one must empty the other's.
const CACHE = Symbol.for('offhook.sessions');
const shared = globalThis as typeof globalThis & { [CACHE]?: LRUCache<string, Lookup> };

function cache(): LRUCache<string, Lookup> {
  shared[CACHE] ??= new LRUCache({ max: MAX_SESSIONS, ttl: KEPT_MS });
  return shared[CACHE];
}

/** The lookup of the last two seconds, or a new one. Lookups of one session at the same time share one query. */
export function rememberedSession(sessionId: string, find: () => Lookup): Lookup {
  const kept = cache().get(sessionId);
  if (kept) return kept;

  const lookup = find();
  cache().set(sessionId, lookup);
  lookup.catch(() => cache().delete(sessionId));
  return lookup;
}

/** Call it after the commit of whatever changed the sessions. */
export function forgetSessions(sessionIds: string[]): void {
  for (const id of sessionIds) cache().delete(id);
}
