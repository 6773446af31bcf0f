import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTaken, isTied } from '../db/violations.ts';
import { isLastAdmin } from './last-admin.ts';
import type { Profile } from './schema.ts';

type Fault = { kind: 'emailTaken' | 'pointOfSaleMissing' };
export type AddOutcome = { kind: 'added'; id: string } | Fault;
export type ChangeOutcome = { kind: 'changed' | 'notFound' | 'lastAdmin' } | Fault;

const action = 'user.changed';
const subjectType = 'user';

/** `passwordHash` comes from lib/auth/password.ts. */
export async function storeAdding(profile: Profile, passwordHash: string, { userId }: Actor): Promise<AddOutcome> {
  if (lacksPointOfSale(profile)) return { kind: 'pointOfSaleMissing' };
  return told(() =>
    db.$transaction(async (tx) => {
      // What a role does not see at first is not opened for it either.
      const incomingCallAction = profile.role === 'admin' || profile.role === 'venue' ? 'nothing' : 'open_delivery';
      const data = { ...fitting(profile), passwordHash, incomingCallAction } as const;
      const { id } = await tx.user.create({ data, select: { id: true } });
      await recordAudit(tx, {
        userId,
        action,
        subjectType,
        subjectId: id,
        details: { added: profile.email, role: profile.role },
      });
      return { kind: 'added', id };
    }),
  );
}

/** Writes what was changed and nothing else: the last one who changed a field has it. */
export async function storeChanging(id: string, changes: Partial<Profile>, { userId }: Actor): Promise<ChangeOutcome> {
  return told(() =>
    db.$transaction(async (tx) => {
      if (changes.role && changes.role !== 'admin' && (await isLastAdmin(tx, id))) return { kind: 'lastAdmin' };

      await lockUser(tx, id);
      const before = await tx.user.findUnique({ where: { id }, select: { role: true, pointOfSaleId: true } });
      if (!before) return { kind: 'notFound' };
      const placed = { role: changes.role ?? before.role, pointOfSaleId: changes.pointOfSaleId ?? before.pointOfSaleId };
      if (changes.pointOfSaleId === null) placed.pointOfSaleId = null;
      if (lacksPointOfSale(placed)) return { kind: 'pointOfSaleMissing' };

      await tx.user.update({ where: { id }, data: { ...changes, ...fitting(placed) }, select: { id: true } });
      await recordAudit(tx, { userId, action, subjectType, subjectId: id, details: changes });
      return { kind: 'changed' };
    }),
  );
}

/** Lets a user sign in again. False where it is so already, or is not there. */
export function storeEnabling(id: string, { userId }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, disabledAt: { not: null } }, data: { disabledAt: null } });
    if (count === 0) return false;
    await recordAudit(tx, { userId, action, subjectType, subjectId: id, details: { isDisabled: false } });
    return true;
  });
}

/** Two admins at one user queue here. False where there is none. */
export async function lockUser(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>`select 1 from "User" where id = ${id}::uuid for no key update`).length > 0;
}

type Place = Pick<Profile, 'role' | 'pointOfSaleId'>;

function lacksPointOfSale({ role, pointOfSaleId }: Place): boolean {
  return role === 'venue' && pointOfSaleId === null;
}

/** Only a venue's user belongs to a point of sale. */
function fitting<Given extends Place>(given: Given): Given {
  return given.role === 'venue' ? given : { ...given, pointOfSaleId: null };
}

async function told<Outcome>(write: () => Promise<Outcome>): Promise<Outcome | Fault> {
  try {
    return await write();
  } catch (error) {
    if (isTaken(error)) return { kind: 'emailTaken' };
    if (isTied(error)) return { kind: 'pointOfSaleMissing' };
    throw error;
  }
}
