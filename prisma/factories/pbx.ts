import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { seal } from '../../lib/pbx/vault.ts';
import { displayNumber } from '../../lib/phone-number.ts';
import { uniqueExtension, uniqueNumber } from './numbers.ts';

type Store = Prisma.TransactionClient;

export function buildConnection(overrides: Partial<Prisma.PbxConnectionCreateManyInput> = {}) {
  const id = overrides.id ?? randomUUID();
  return { slug: `pbx-${id}`, name: 'Test PBX', kind: 'webhook' as const, country: 'PL', ...overrides, id };
}

export function createConnection(db: Store, overrides: Partial<Prisma.PbxConnectionCreateManyInput> = {}) {
  return db.pbxConnection.create({ data: buildConnection(overrides) });
}

type SecretInput = Partial<Prisma.PbxSecretCreateManyInput> & { connectionId: string; sealed: string };

/** `sealed` comes from lib/pbx/vault.ts. */
export function buildPbxSecret(overrides: SecretInput) {
  return { id: randomUUID(), createdAt: new Date(), ...overrides };
}

export function createPbxSecret(db: Store, overrides: SecretInput) {
  return db.pbxSecret.create({ data: buildPbxSecret(overrides) });
}

type AccountInput = Partial<Prisma.PbxAccountCreateManyInput> & { userId: string; connectionId: string };

/** Complete, so that its owner's phone can connect (S0.1). */
export function buildPbxAccount(overrides: AccountInput) {
  const extension = overrides.extension ?? uniqueExtension();
  const sealedPassword = overrides.sealedPassword === undefined ? seal(`password of ${extension}`) : overrides.sealedPassword;
  return { id: randomUUID(), login: extension, isActive: true, ...overrides, extension, sealedPassword };
}

export function createPbxAccount(db: Store, overrides: AccountInput) {
  return db.pbxAccount.create({ data: buildPbxAccount(overrides) });
}

type LineInput = Partial<Prisma.LineCreateManyInput> & { connectionId: string };

export function buildLine(overrides: LineInput) {
  const e164 = overrides.e164 ?? uniqueNumber();
  const display = displayNumber(e164, 'PL');
  return { id: randomUUID(), name: 'Test line', kind: 'service' as const, priority: 50, display, ...overrides, e164 };
}

/** Stores a line together with the users assigned to it. */
export function createLine(db: Store, { operatorIds = [], ...overrides }: LineInput & { operatorIds?: string[] }) {
  const operators = { create: operatorIds.map((userId) => ({ userId })) };
  return db.line.create({ data: { ...buildLine(overrides), operators } });
}

export function createLineOperator(db: Store, assignment: { lineId: string; userId: string }) {
  return db.lineOperator.create({ data: assignment });
}
