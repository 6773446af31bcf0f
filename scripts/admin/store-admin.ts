import type { PrismaClient } from '../../lib/db/generated/client.ts';
import { Failure } from '../failure.ts';
import type { NewAdmin } from './arguments.ts';

/** Stores the admin, and the organisation on the first time. Throws a Failure when the address has an account. */
export async function storeAdmin(db: PrismaClient, admin: NewAdmin, passwordHash: string): Promise<void> {
  const { email, name, organisation, 'time-zone': timeZone, currency } = admin;
  const known = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (known) throw new Failure(`${email} has an account already.`);

  await db.$transaction([
    db.organisation.upsert({ where: { id: 1 }, create: { name: organisation, timeZone, currency }, update: {} }),
    db.user.create({ data: { email, name, passwordHash, role: 'admin', incomingCallAction: 'nothing' } }),
  ]);
}
