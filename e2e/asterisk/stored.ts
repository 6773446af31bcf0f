import { expect } from '@playwright/test';
import type { PrismaClient } from '../../lib/db/generated/client.ts';
import { ASTERISK_SOURCE } from '../../scripts/asterisk/settings.ts';

const storedCall = {
  id: true,
  direction: true,
  phase: true,
  cause: true,
  endedBy: true,
  isMissed: true,
  operatorExtension: true,
  fromE164: true,
  toE164: true,
  talkSeconds: true,
  line: { select: { e164: true } },
  legs: { select: { extension: true, state: true, cause: true }, orderBy: { legId: 'asc' } },
  qualities: { select: { mos: true } },
} as const;

/** The latest call of an outside number, as Offhook has it. */
export function storedCallOf(db: PrismaClient, number: string) {
  return db.call.findFirst({
    select: storedCall,
    where: { connection: { slug: ASTERISK_SOURCE }, OR: [{ fromE164: number }, { toE164: number }] },
    orderBy: { startedAt: 'desc' },
  });
}

/** Waits until the latest call of a number is stored like that: the manager interface tells a moment after the phones. */
export async function expectStored(db: PrismaClient, number: string, facts: Record<string, unknown>): Promise<void> {
  await expect.poll(() => storedCallOf(db, number)).toMatchObject(facts);
}
