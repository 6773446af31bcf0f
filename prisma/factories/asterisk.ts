import type { Prisma } from '../../lib/db/generated/client.ts';

type Store = Prisma.TransactionClient;
type ServerInput = Partial<Prisma.AsteriskServerCreateManyInput> & { connectionId: string; sealedAmiSecret: string };

/** `sealedAmiSecret` comes from lib/pbx/vault.ts. */
export function buildAsteriskServer(overrides: ServerInput) {
  return { amiHost: '127.0.0.1', amiUser: 'offhook', trunks: ['trunk'], ...overrides };
}

export function createAsteriskServer(db: Store, overrides: ServerInput) {
  return db.asteriskServer.create({ data: buildAsteriskServer(overrides) });
}
