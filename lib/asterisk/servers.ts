import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Source } from '../intake/source.ts';
import type { AsteriskConfig } from '../pbx/asterisk-ami.ts';
import { unseal } from '../pbx/vault.ts';
import type { AmiTarget } from './ami-client.ts';
import type { PbxProblem } from './problems.ts';

/** An Asterisk as Offhook reaches and reads it. */
export type AsteriskServer = {
  source: Source;
  /** Counts the changes of its settings. */
  version: number;
  ami: AmiTarget;
  config: AsteriskConfig;
  dialContext: string;
  resumeContext: string;
};

/** `problem`: why settings that are stored cannot be used. */
export type StoredServer = { source: Source; version: number } & ({ server: AsteriskServer } | { problem: PbxProblem });

const serverRow = {
  version: true,
  amiHost: true,
  amiPort: true,
  amiTls: true,
  amiUser: true,
  sealedAmiSecret: true,
  trunks: true,
  extensionPattern: true,
  dialContext: true,
  resumeContext: true,
  connection: { select: { id: true, slug: true, country: true, eventsPerSecond: true, eventBurst: true } },
} as const satisfies Prisma.AsteriskServerSelect;

type ServerRow = Prisma.AsteriskServerGetPayload<{ select: typeof serverRow }>;

const MAX_SERVERS = 100;

/** Every Asterisk that Offhook is to be connected to. */
export async function listServers(): Promise<StoredServer[]> {
  const rows = await db.asteriskServer.findMany({
    select: serverRow,
    where: { connection: { kind: 'asterisk' } },
    orderBy: { connectionId: 'asc' },
    take: MAX_SERVERS,
  });
  return rows.map(readRow);
}

/** The Asterisk behind a connection; null where there is none, or its settings cannot be used. */
export async function findServer(connectionId: string): Promise<AsteriskServer | null> {
  const row = await db.asteriskServer.findFirst({
    select: serverRow,
    where: { connectionId, connection: { kind: 'asterisk' } },
  });
  const stored = row && readRow(row);
  return stored && 'server' in stored ? stored.server : null;
}

function readRow(row: ServerRow): StoredServer {
  const { connection: source, version } = row;
  const secret = unsealed(row.sealedAmiSecret);
  if (secret === null) return { source, version, problem: 'secretUnreadable' };
  const extension = readPattern(row.extensionPattern);
  if (!extension) return { source, version, problem: 'patternInvalid' };

  const server: AsteriskServer = {
    source,
    version,
    ami: { host: row.amiHost, port: row.amiPort, tls: row.amiTls, user: row.amiUser, secret },
    config: { trunks: row.trunks, extension },
    dialContext: row.dialContext,
    resumeContext: row.resumeContext,
  };
  return { source, version, server };
}

/** Null for one that was sealed under another OFFHOOK_SECRET. */
function unsealed(sealed: string): string | null {
  try {
    return unseal(sealed);
  } catch {
    return null;
  }
}

export function readPattern(typed: string): RegExp | null {
  try {
    return new RegExp(typed);
  } catch {
    return null;
  }
}
