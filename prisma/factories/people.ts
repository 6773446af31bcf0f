import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';

type Store = Prisma.TransactionClient;

const SESSION_HOURS = 12;

export function buildOrganisation(overrides: Partial<Prisma.OrganisationCreateManyInput> = {}) {
  return { id: 1, name: 'Offhook Kitchen', timeZone: 'Europe/Warsaw', currency: 'PLN', language: 'en', ...overrides };
}

export function createOrganisation(db: Store, overrides: Partial<Prisma.OrganisationCreateManyInput> = {}) {
  return db.organisation.create({ data: buildOrganisation(overrides) });
}

/** Nobody can sign in as this user until it gets a real `passwordHash` (lib/auth/password.ts). */
export function buildUser(overrides: Partial<Prisma.UserCreateManyInput> = {}) {
  const id = overrides.id ?? randomUUID();
  return {
    email: `user-${id}@offhook.test`,
    name: 'Iga Operator',
    passwordHash: '!',
    role: 'operator' as const,
    incomingCallAction: 'open_delivery' as const,
    ...overrides,
    id,
  };
}

export function createUser(db: Store, overrides: Partial<Prisma.UserCreateManyInput> = {}) {
  return db.user.create({ data: buildUser(overrides) });
}

type SessionInput = Partial<Prisma.SessionCreateManyInput> & { userId: string };

export function buildSession(overrides: SessionInput) {
  const createdAt = new Date(overrides.createdAt ?? Date.now());
  const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3_600_000);
  return { id: randomUUID(), lastSeenAt: createdAt, expiresAt, userAgent: 'Offhook tests', ...overrides, createdAt };
}

export function createSession(db: Store, overrides: SessionInput) {
  return db.session.create({ data: buildSession(overrides) });
}

export function buildSignInFailure(overrides: Partial<Prisma.SignInFailureCreateManyInput> = {}) {
  return { account: randomUUID(), address: '127.0.0.1', at: new Date(), ...overrides };
}

export function createSignInFailure(db: Store, overrides: Partial<Prisma.SignInFailureCreateManyInput> = {}) {
  return db.signInFailure.create({ data: buildSignInFailure(overrides) });
}

export function buildRoleGrant(overrides: Partial<Prisma.RoleGrantCreateManyInput> = {}) {
  return { role: 'operator' as const, permission: 'audit:read', ...overrides };
}

export function createRoleGrant(db: Store, overrides: Partial<Prisma.RoleGrantCreateManyInput> = {}) {
  return db.roleGrant.create({ data: buildRoleGrant(overrides) });
}

export function buildAuditEntry(overrides: Partial<Prisma.AuditEntryCreateManyInput> = {}) {
  return { action: 'user:disabled', subjectType: 'user', subjectId: randomUUID(), at: new Date(), ...overrides };
}

export function createAuditEntry(db: Store, overrides: Partial<Prisma.AuditEntryCreateManyInput> = {}) {
  return db.auditEntry.create({ data: buildAuditEntry(overrides) });
}
