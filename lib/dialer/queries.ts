import { db, pool } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Owner } from './types.ts';

export type PhoneHome = { connectionId: string; country: string };

/** The PBX a user's phone is at: numbers without a country are of its country, extensions are its own. */
export async function phoneHome(userId: string): Promise<PhoneHome | null> {
  const account = await db.pbxAccount.findFirst({
    select: { connection: { select: { id: true, country: true } } },
    where: { userId, isActive: true },
  });
  return account && { connectionId: account.connection.id, country: account.connection.country };
}

/** A number that half a town shares is counted, not listed (R30). A driver is no customer even where the number is both (S0.20). */
const OWNERS = `
  select n.e164,
         count(distinct c.id)::int as customers,
         (array_agg(json_build_object('id', c.id, 'name', c.name)) filter (where c.id is not null))[1] as customer,
         (array_agg(json_build_object('id', v.id, 'name', v.name) order by v."isOnShift" desc, v.name, v.id)
            filter (where v.id is not null))[1] as driver
    from "PhoneNumber" n
    left join "Customer" c on c.id = n."customerId"
    left join "Driver" v on v.id = n."driverId" and v."archivedAt" is null
   where n.e164 = any($1::text[])
   group by n.e164`;

type Person = { id: string; name: string };
type OwnerRow = { e164: string; customers: number; customer: Person | null; driver: Person | null };

/** Whose numbers these are; nobody's are left out. */
export async function findOwners(e164s: string[]): Promise<Map<string, Owner>> {
  if (e164s.length === 0) return new Map();

  const { rows } = await pool().query<OwnerRow>({ name: 'dialer-owners', text: OWNERS, values: [e164s] });
  return new Map(
    rows.flatMap((row) => {
      const owner = ownerIn(row);
      return owner ? [[row.e164, owner]] : [];
    }),
  );
}

function ownerIn({ customers, customer, driver }: OwnerRow): Owner | null {
  if (driver) return { kind: 'driver', ...driver };
  if (customers > 1) return { kind: 'several', count: customers };
  return customer && { kind: 'customer', ...customer };
}

/** Who sits at these extensions of one PBX. */
export async function findColleagues(connectionId: string, extensions: string[]): Promise<Map<string, Owner>> {
  if (extensions.length === 0) return new Map();

  const accounts = await db.pbxAccount.findMany({
    select: { extension: true, user: { select: { name: true } } },
    where: { connectionId, extension: { in: extensions } },
    orderBy: { extension: 'asc' },
    take: extensions.length,
  });
  return new Map(accounts.map(({ extension, user }) => [extension, { kind: 'colleague', name: user.name }]));
}

const recentCall = {
  direction: true,
  startedAt: true,
  operatorExtension: true,
  fromE164: true,
  fromRaw: true,
  fromDisplay: true,
  toE164: true,
  toRaw: true,
  toDisplay: true,
} satisfies Prisma.CallSelect;
export type RecentCall = Prisma.CallGetPayload<{ select: typeof recentCall }>;

/** A caller who rings all day would fill a shorter list alone. */
const RECENT_CALLS = 60;

/** Calls this user dialled or took, latest first. */
export function listRecentCalls(userId: string): Promise<RecentCall[]> {
  return db.call.findMany({
    select: recentCall,
    where: { operatorId: userId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: RECENT_CALLS,
  });
}
