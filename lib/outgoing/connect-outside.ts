import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { findAllowed, knownAddresses, type Outside, theOutside } from './outside.ts';

export type ConnectProblem = 'addressRefused' | 'hostUnknown' | 'refused' | 'timeout' | 'tlsFailed';

export class ConnectFailure extends Error {
  readonly problem: ConnectProblem;

  constructor(problem: ConnectProblem) {
    super(`The connection failed: ${problem}`);
    this.problem = problem;
  }
}

type Place = { host: string; port: number; tls: boolean };

/**
 * Opens a connection to an address that a person typed, so to any address at all (R39): resolved once, all it resolves to is
 * checked, and the connection goes to what was checked. Throws a ConnectFailure.
 */
export async function connectOutside({ host: typed, port, tls }: Place, outside: Outside = theOutside): Promise<Socket> {
  const host = plainHost(typed);
  const deadline = AbortSignal.timeout(outside.timeoutMs);
  let socket: Socket | undefined;
  try {
    const addresses = await findAllowed(host, outside, deadline);
    if (!addresses) throw new ConnectFailure('addressRefused');

    const place = { host, port, lookup: knownAddresses(addresses) };
    socket = tls ? connectTls({ ...place, ...(!isIP(host) && { servername: host }) }) : connectPlain(place);
    await once(socket, tls ? 'secureConnect' : 'connect', { signal: deadline });
    return socket;
  } catch (error) {
    socket?.on('error', () => undefined).destroy();
    if (error instanceof ConnectFailure) throw error;
    throw new ConnectFailure(deadline.aborted ? 'timeout' : problemOf(error, tls));
  }
}

/** As OFFHOOK_ALLOW_PRIVATE writes it: no brackets, no final dot, small. */
function plainHost(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

function problemOf(error: unknown, tls: boolean): ConnectProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'hostUnknown';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'timeout';
  return tls ? 'tlsFailed' : 'refused';
}
