import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { phoneStatus } from './phone-status.ts';
import type { UserFilter } from './schema.ts';
import type { CallsWith, PhoneStatus, Role } from './types.ts';

const MAX_USERS = 500;
const MAX_CHOICES = 500;

/** The sealed password is asked for only to tell whether there is one: it never leaves this file. */
const account = {
  login: true,
  extension: true,
  device: true,
  sealedPassword: true,
  connection: { select: { id: true, name: true, kind: true } },
} satisfies Prisma.PbxAccountSelect;

export type UserRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  callsWith: CallsWith;
  phone: PhoneStatus;
  /** Of the active account. */
  account: { extension: string; connectionName: string } | null;
};

/** Everybody with their phones, those who may sign in first. */
export async function listUsers({ text }: UserFilter): Promise<UserRow[]> {
  const users = await db.user.findMany({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      callsWith: true,
      accounts: { where: { isActive: true }, select: account, orderBy: { id: 'asc' }, take: 1 },
    },
    where: text ? withText(text) : {},
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: MAX_USERS,
  });

  return users.map(({ disabledAt, accounts: [active], ...user }) => ({
    ...user,
    isDisabled: disabledAt !== null,
    phone: phoneStatus(active ? { ...facts(active), callsWith: user.callsWith } : null),
    account: active ? { extension: active.extension, connectionName: active.connection.name } : null,
  }));
}

/** A part of a name or an e-mail, or the beginning of an extension. */
function withText(text: string): Prisma.UserWhereInput {
  const part = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  return { OR: [{ name: part }, { email: part }, { accounts: { some: { extension: { startsWith: text } } } }] };
}

type AccountRow = Prisma.PbxAccountGetPayload<{ select: typeof account }>;

function facts({ login, extension, device, sealedPassword, connection }: AccountRow) {
  return { kind: connection.kind, extension, device, hasLogin: login !== '' && sealedPassword !== null };
}

export type AccountCard = {
  connectionId: string;
  login: string;
  extension: string;
  hasPassword: boolean;
  isActive: boolean;
  device: 'unknown' | 'registered' | 'unregistered';
  /** When the PBX said so, ISO. */
  deviceAt: string | null;
};

export type UserCard = {
  id: string;
  name: string;
  email: string;
  role: Role;
  pointOfSaleId: string | null;
  isDisabled: boolean;
  callsWith: CallsWith;
  phone: PhoneStatus;
  accounts: AccountCard[];
};

/** A user with the accounts at every PBX, without what is secret of them. */
export async function findUserForAdmin(id: string): Promise<UserCard | null> {
  const user = await db.user.findUnique({
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      pointOfSaleId: true,
      disabledAt: true,
      callsWith: true,
      accounts: { select: { ...account, isActive: true, deviceAt: true }, orderBy: { id: 'asc' }, take: MAX_CHOICES },
    },
    where: { id },
  });
  if (!user) return null;

  const { disabledAt, accounts, ...card } = user;
  const active = accounts.find((each) => each.isActive);
  return {
    ...card,
    isDisabled: disabledAt !== null,
    phone: phoneStatus(active ? { ...facts(active), callsWith: user.callsWith } : null),
    accounts: accounts.map(({ login, extension, device, sealedPassword, isActive, deviceAt, connection }) => ({
      connectionId: connection.id,
      login,
      extension,
      hasPassword: sealedPassword !== null,
      isActive,
      device,
      deviceAt: deviceAt?.toISOString() ?? null,
    })),
  };
}

export type PointChoice = { id: string; name: string };

/** Where a venue's user may stand: in business, or where they stand already. */
export function listPointChoices(chosenId: string | null): Promise<PointChoice[]> {
  return db.pointOfSale.findMany({
    select: { id: true, name: true },
    where: chosenId ? { OR: [{ archivedAt: null }, { id: chosenId }] } : { archivedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_CHOICES,
  });
}

export type PbxChoice = { id: string; slug: string; name: string; kind: 'practice' | 'webhook' | 'asterisk' };

export function listPbxChoices(): Promise<PbxChoice[]> {
  return db.pbxConnection.findMany({
    select: { id: true, slug: true, name: true, kind: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_CHOICES,
  });
}
