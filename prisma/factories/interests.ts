import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '../../lib/db/generated/client.ts';
import type { StandardStage } from '../../lib/interests/types.ts';

type Overrides = Partial<Prisma.InterestUncheckedCreateInput> & { stage?: StandardStage };

/** An interest in a standard stage; a closed one was closed when it came there. */
export async function createInterest(db: PrismaClient, { stage = 'new', ...overrides }: Overrides = {}) {
  const { id: stageId, kind } = await db.interestStage.findUniqueOrThrow({ where: { standard: stage } });
  const stageSince = overrides.stageSince ?? new Date();
  const closedAt = kind === 'active' ? null : stageSince;
  const data = { id: randomUUID(), subject: 'Lunch for a team', stageId, stageSince, closedAt, ...overrides };
  return db.interest.create({ data });
}

export function createServiceType(db: PrismaClient, name = 'Catering') {
  return db.serviceType.create({ data: { name, position: 0 } });
}
