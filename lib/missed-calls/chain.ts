import { createHash } from 'node:crypto';

/** One link of a chain: what happened, without anybody's name or number. */
export type Link = {
  chainId: string;
  /** Counts from 1 without a gap. */
  seq: number;
  missedCallId: string;
  type: string;
  at: Date;
  /** The user who did it; null for the automaton. */
  byId: string | null;
  details: Readonly<Record<string, unknown>>;
  /** Of what is kept beside the chain, so that it can be erased without breaking it. Null where nothing is. */
  privateDigest: string | null;
};
export type ChainedLink = Link & { hash: string };

/** The last link known of a chain, as it is kept outside it. */
export type Head = { seq: number; hash: string };

export const FIRST_HASH = '0'.repeat(64);

/** What a link is chained by: changes with any of its facts, and with every link before it. */
export function hashOf(link: Link, before: string): string {
  const { chainId, seq, missedCallId, type, at, byId, details, privateDigest } = link;
  const facts = [before, chainId, seq, missedCallId, type, at.toISOString(), byId, details, privateDigest];
  return sha256(canonical(facts));
}

/** Of personal data that is kept beside the chain. The salt goes with it, so that a number cannot be guessed from what stays. */
export function privateDigestOf(data: Readonly<Record<string, unknown>>, salt: string): string {
  return sha256(`${salt}${canonical(data)}`);
}

export type Fault =
  /** A link's facts are not those it was chained with, or it does not follow from the one before. */
  | 'changed'
  /** One is not there, or two stand in the place of one. */
  | 'missing'
  /** The chain is whole in itself, but not the one that was there when its head was kept. */
  | 'rechained'
  /** Personal data beside it is not what it was; erased is fine. */
  | 'private_changed';

export type Verdict = { ok: true; links: number } | { ok: false; seq: number; fault: Fault };

/**
 * Follows a chain link by link, in order, and names the first that is broken. `heads` were kept outside the table: where the chain
 * comes to one it must be that one, and a tail that was cut off is missing from where a head says that it was.
 */
export function createVerifier(heads: readonly Head[]) {
  const known = new Map<number, Set<string>>();
  for (const head of heads) known.set(head.seq, (known.get(head.seq) ?? new Set()).add(head.hash));
  const end = Math.max(0, ...known.keys());
  let seq = 0;
  let hash = FIRST_HASH;
  let broken: { seq: number; fault: Fault } | null = null;

  return {
    follow(link: ChainedLink, isPrivateTrue: boolean): void {
      broken ??= faultOf(link, isPrivateTrue);
      if (broken) return;
      seq = link.seq;
      hash = link.hash;
    },
    verdict(): Verdict {
      if (!broken && seq < end) broken = { seq: seq + 1, fault: 'missing' };
      return broken ? { ok: false, ...broken } : { ok: true, links: seq };
    },
  };

  function faultOf(link: ChainedLink, isPrivateTrue: boolean): { seq: number; fault: Fault } | null {
    if (link.seq !== seq + 1) return { seq: seq + 1, fault: 'missing' };
    if (hashOf(link, hash) !== link.hash) return { seq: link.seq, fault: 'changed' };
    if (!isPrivateTrue) return { seq: link.seq, fault: 'private_changed' };
    // Two heads that were kept of one link and differ cannot both be true.
    if (![...(known.get(link.seq) ?? [])].every((head) => head === link.hash)) return { seq: link.seq, fault: 'rechained' };
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same facts are the same text, in whatever order a database hands them back. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
