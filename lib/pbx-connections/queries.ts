import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

const MAX_CONNECTIONS = 200;
const MAX_ACCOUNTS = 500;
const MAX_DELIVERIES = 50;

type Kind = 'practice' | 'webhook' | 'asterisk';
/** Moments are ISO. */
export type Link = { state: 'unknown' | 'up' | 'down'; problem: string | null; at: string | null };

export type ConnectionRow = {
  id: string;
  slug: string;
  name: string;
  kind: Kind;
  country: string;
  /** `pbx.example.com:5038` of an Asterisk. */
  address: string | null;
  link: Link | null;
  accounts: number;
  /** When it last posted anything. */
  lastDeliveryAt: string | null;
};

const link = { linkState: true, linkProblem: true, linkAt: true } satisfies Prisma.AsteriskServerSelect;

export async function listConnections(): Promise<ConnectionRow[]> {
  const connections = await db.pbxConnection.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      country: true,
      asterisk: { select: { amiHost: true, amiPort: true, ...link } },
      deliveries: { select: { at: true }, orderBy: { at: 'desc' }, take: 1 },
      _count: { select: { accounts: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_CONNECTIONS,
  });

  return connections.map(({ asterisk, deliveries: [last], _count, ...connection }) => ({
    ...connection,
    address: asterisk && addressOf(asterisk),
    link: asterisk && toLink(asterisk),
    accounts: _count.accounts,
    lastDeliveryAt: last?.at.toISOString() ?? null,
  }));
}

/** Without what is secret of it: only whether there is any. */
export type ServerCard = {
  version: number;
  amiHost: string;
  amiPort: number;
  amiTls: boolean;
  amiUser: string;
  trunks: string[];
  extensionPattern: string;
  dialContext: string;
  resumeContext: string;
  sipAddress: string;
  sipDomain: string;
  sipRealm: string;
  stunUrl: string;
  turnUrl: string;
  hasTurnSecret: boolean;
  link: Link;
};

export type ConnectionCard = {
  id: string;
  slug: string;
  name: string;
  kind: Kind;
  country: string;
  server: ServerCard | null;
  /** Until when an older webhook secret is still valid. */
  oldSecretUntil: string | null;
};

export async function findConnection(id: string, now: Date): Promise<ConnectionCard | null> {
  const connection = await db.pbxConnection.findUnique({
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      country: true,
      asterisk: { omit: { connectionId: true, sealedAmiSecret: true } },
      secrets: {
        select: { expiresAt: true },
        where: { expiresAt: { gt: now } },
        orderBy: { expiresAt: 'desc' },
        take: 1,
      },
    },
    where: { id },
  });
  if (!connection) return null;

  const { asterisk, secrets, ...facts } = connection;
  return { ...facts, server: asterisk && toServer(asterisk), oldSecretUntil: secrets[0]?.expiresAt?.toISOString() ?? null };
}

type LinkRow = Prisma.AsteriskServerGetPayload<{ select: typeof link }>;
type ServerRow = Prisma.AsteriskServerGetPayload<{ omit: { connectionId: true; sealedAmiSecret: true } }>;

function toServer({ sealedTurnSecret, linkState, linkProblem, linkAt, ...settings }: ServerRow): ServerCard {
  return { ...settings, hasTurnSecret: sealedTurnSecret !== null, link: toLink({ linkState, linkProblem, linkAt }) };
}

function toLink({ linkState, linkProblem, linkAt }: LinkRow): Link {
  return { state: linkState, problem: linkProblem, at: linkAt?.toISOString() ?? null };
}

function addressOf({ amiHost, amiPort }: { amiHost: string; amiPort: number }): string {
  return amiHost.includes(':') ? `[${amiHost}]:${amiPort}` : `${amiHost}:${amiPort}`;
}

export type AccountRow = {
  userId: string;
  name: string;
  extension: string;
  device: 'unknown' | 'registered' | 'unregistered';
  isActive: boolean;
};

/** Who is reached through a connection, by extension. */
export async function listAccounts(connectionId: string): Promise<AccountRow[]> {
  const accounts = await db.pbxAccount.findMany({
    select: { userId: true, extension: true, device: true, isActive: true, user: { select: { name: true } } },
    where: { connectionId },
    orderBy: [{ extension: 'asc' }],
    take: MAX_ACCOUNTS,
  });
  return accounts.map(({ user, ...account }) => ({ ...account, name: user.name }));
}

export type DeliveryRow = {
  id: string;
  at: string;
  status: number;
  bytes: number;
  webhookId: string | null;
  /** How many events were new, and how many had come before; null where the post was refused. */
  taken: { accepted: number; duplicate: number } | null;
  /** What was wrong with it, as the PBX was told. */
  fault: string | null;
};

/** What a PBX posted last, and what it was answered. */
export async function listDeliveries(connectionId: string): Promise<DeliveryRow[]> {
  const rows = await db.webhookDelivery.findMany({
    select: { id: true, at: true, status: true, bytes: true, webhookId: true, answer: true },
    where: { connectionId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MAX_DELIVERIES,
  });
  return rows.map(({ answer, ...row }) => ({
    ...row,
    id: String(row.id),
    at: row.at.toISOString(),
    ...readAnswer(answer),
  }));
}

function readAnswer(answer: Prisma.JsonValue): Pick<DeliveryRow, 'taken' | 'fault'> {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return { taken: null, fault: null };
  const { accepted, duplicate, error } = answer;
  const isTaken = typeof accepted === 'number' && typeof duplicate === 'number';
  return { taken: isTaken ? { accepted, duplicate } : null, fault: typeof error === 'string' ? error : null };
}
