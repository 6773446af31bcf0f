import type { Prisma, PrismaClient } from '../../lib/db/generated/client.ts';
import { DEMO_SOURCE } from '../../lib/demo-credentials.ts';
import { seal } from '../../lib/pbx/vault.ts';
import { buildConnection, buildLine, buildPbxAccount } from '../../prisma/factories/pbx.ts';
import { ASTERISK_SOURCE, LOOPBACK, OUTSIDE_ENDPOINT, type PbxSettings } from './settings.ts';

/** Generous: all cores may be busy with a build. */
const TRANSACTION_TIMEOUT_MS = 60_000;

/** Gives the demo world a real PBX: its connection, the practice PBX's lines, and an account for each operator whom it knows. */
export async function connectAsterisk(db: PrismaClient, settings: PbxSettings): Promise<void> {
  await db.$transaction((store) => connect(store, settings), {
    maxWait: TRANSACTION_TIMEOUT_MS,
    timeout: TRANSACTION_TIMEOUT_MS,
  });
}

async function connect(store: Prisma.TransactionClient, settings: PbxSettings): Promise<void> {
  const connectionId = await storeConnection(store, settings);
  await copyLines(store, connectionId);

  const accounts = await store.pbxAccount.findMany({
    select: { userId: true, extension: true },
    where: { connection: { slug: DEMO_SOURCE }, extension: { in: Object.keys(settings.passwords) } },
  });
  for (const { userId, extension } of accounts) {
    const values = { extension, login: extension, sealedPassword: seal(settings.passwords[extension] ?? ''), isActive: true };
    // One account of a user is active at a time.
    await store.pbxAccount.updateMany({ where: { userId }, data: { isActive: false } });
    await store.pbxAccount.upsert({
      where: { userId_connectionId: { userId, connectionId } },
      create: buildPbxAccount({ userId, connectionId, ...values }),
      update: values,
    });
  }
}

async function storeConnection(store: Prisma.TransactionClient, settings: PbxSettings): Promise<string> {
  const connection = buildConnection({ slug: ASTERISK_SOURCE, name: 'Asterisk', kind: 'asterisk' });
  const server = {
    amiHost: LOOPBACK,
    amiPort: settings.amiPort,
    amiUser: 'offhook',
    sealedAmiSecret: seal(settings.amiSecret),
    trunks: [OUTSIDE_ENDPOINT],
    extensionPattern: '^10\\d$',
    sipAddress: `ws://${LOOPBACK}:${settings.wsPort}/ws`,
    sipDomain: LOOPBACK,
    sipRealm: 'asterisk',
  };

  const { id } = await store.pbxConnection.upsert({
    select: { id: true },
    where: { slug: ASTERISK_SOURCE },
    create: connection,
    update: {},
  });
  await store.asteriskServer.upsert({
    where: { connectionId: id },
    create: { connectionId: id, ...server },
    update: { ...server, version: { increment: 1 } },
  });
  return id;
}

async function copyLines(store: Prisma.TransactionClient, connectionId: string): Promise<void> {
  const lines = await store.line.findMany({
    select: { e164: true, name: true, kind: true, priority: true, operators: { select: { userId: true } } },
    where: { connection: { slug: DEMO_SOURCE } },
    orderBy: { e164: 'asc' },
  });
  for (const { operators, ...line } of lines) {
    await store.line.upsert({
      where: { connectionId_e164: { connectionId, e164: line.e164 } },
      create: { ...buildLine({ connectionId, ...line }), operators: { create: operators } },
      update: {},
    });
  }
}
