import { lookup as resolveHost } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { env } from '../env.ts';
import { mayReach } from './address-policy.ts';

const TIMEOUT_MS = 10_000;

export type Address = { address: string; family: number };

/** How the outside is found; a test brings its own resolver. */
export type Outside = {
  resolve: (host: string) => Promise<Address[]>;
  allowedPrivateHosts: readonly string[];
  timeoutMs: number;
};

export const theOutside: Outside = {
  resolve: (host) => resolveHost(host, { all: true, verbatim: true }),
  allowedPrivateHosts: env.allowedPrivateHosts,
  timeoutMs: TIMEOUT_MS,
};

/** What a host resolves to, when all of it may be connected to; null when not (R39). Rejects where the resolver does. */
export async function findAllowed(host: string, outside: Outside, deadline: AbortSignal): Promise<Address[] | null> {
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await beforeDeadline(outside.resolve(host), deadline);
  const written = addresses.map(({ address }) => address);
  return mayReach(host, written, outside.allowedPrivateHosts) ? addresses : null;
}

/** Answers with what was checked instead of asking anybody: asked again, the name could lead elsewhere. */
export function knownAddresses(addresses: Address[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
}

/** A resolver cannot be interrupted, only left behind. */
function beforeDeadline<Result>(work: Promise<Result>, deadline: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
    work.then(resolve, reject);
  });
}
