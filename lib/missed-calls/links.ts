import type { Link } from './chain.ts';
import type { LedgerEvent } from './types.ts';

/** What a ledger event is in its chain: names and numbers are not in it. */
export function linkOf(event: LedgerEvent): Pick<Link, 'type' | 'at' | 'byId' | 'details'> {
  const { type, at, ...facts } = event;
  const { byId = null, ...details } = 'byId' in facts ? facts : { ...facts, byId: null };
  // As a database hands it back: the hash is of the same text then as now.
  return { type, at, byId, details: JSON.parse(JSON.stringify(details)) };
}
