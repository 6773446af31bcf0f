import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { freePort, freeUdpPort } from '../ports.ts';

/** What differs between one private Asterisk and another, and what Offhook has to know of it. */
export const PbxSettings = z.object({
  amiPort: z.int(),
  amiSecret: z.string(),
  /** Where browsers register: ws, and wss where there is a certificate. */
  wsPort: z.int(),
  wss: z.object({ port: z.int(), certificate: z.string(), key: z.string() }).nullable(),
  sipPort: z.int(),
  /** Where the outside world is called, at OUTSIDE_HOST. */
  outsidePort: z.int(),
  /** By extension. */
  passwords: z.record(z.string(), z.string()),
});
export type PbxSettings = z.infer<typeof PbxSettings>;

export const LOOPBACK = '127.0.0.1';
/** The demo's and the tests' connection, as Offhook calls it. */
export const ASTERISK_SOURCE = 'asterisk';
/** How docs/asterisk calls the endpoint that leads outside. */
export const OUTSIDE_ENDPOINT = 'trunk';
/** The address that the outside world has on this machine: whoever calls from there is the trunk. */
export const OUTSIDE_HOST = '127.0.0.2';
/** The extensions of docs/asterisk/pjsip.conf, the last a desk phone. */
export const EXTENSIONS_KNOWN = ['101', '102', '103', '104'] as const;

type Ports = Pick<PbxSettings, 'amiPort' | 'wsPort' | 'sipPort' | 'outsidePort'>;

/** Asterisk's usual ports, for a machine, or a network namespace, of its own. */
export const USUAL_PORTS: Ports = { amiPort: 5038, wsPort: 8088, sipPort: 5060, outsidePort: 5080 };

/** Ports that nobody listens on now. */
export async function freePorts(): Promise<Ports> {
  return {
    amiPort: await freePort(),
    wsPort: await freePort(),
    sipPort: await freeUdpPort(LOOPBACK),
    outsidePort: await freeUdpPort(OUTSIDE_HOST),
  };
}

/** Secrets of its own for each installation. */
export function freshSecrets(): Pick<PbxSettings, 'amiSecret' | 'passwords'> {
  const secret = () => randomBytes(16).toString('hex');
  return {
    amiSecret: secret(),
    passwords: Object.fromEntries(EXTENSIONS_KNOWN.map((extension) => [extension, secret()])),
  };
}
