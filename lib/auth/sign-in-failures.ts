import { createHmac } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { requireSecret } from '../env.ts';
import { maskEmail } from './mask-email.ts';
import { type Tallies, type Tally, THROTTLE_WINDOW_MINUTES } from './throttle.ts';

export type Attempt = { email: string; address: string };

/** A keyed digest, so that a password typed into the e-mail field is not kept and cannot be guessed from the row. */
function accountOf(email: string): string {
  return createHmac('sha256', requireSecret()).update(email).digest('base64url');
}

function windowStart(at: Date): Date {
  return new Date(at.getTime() - THROTTLE_WINDOW_MINUTES * 60_000);
}

async function tally(which: Prisma.SignInFailureWhereInput, at: Date): Promise<Tally> {
  const found = await db.signInFailure.aggregate({
    where: { ...which, at: { gt: windowStart(at) } },
    _count: true,
    _max: { at: true },
  });
  return { failures: found._count, lastAt: found._max.at };
}

/** What the throttle decides by. */
export async function tallyFailures({ email, address }: Attempt, at: Date): Promise<Tallies> {
  const account = accountOf(email);
  const [pair, ofAccount, ofAddress] = await Promise.all([
    tally({ account, address }, at),
    tally({ account }, at),
    tally({ address }, at),
  ]);
  return { pair, account: ofAccount, address: ofAddress };
}

/** Counts a failure, and drops those that the throttle no longer looks at. */
export async function recordFailure({ email, address }: Attempt, at: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.signInFailure.create({ data: { account: accountOf(email), address, at }, select: { id: true } });
    await tx.signInFailure.deleteMany({ where: { at: { lte: windowStart(at) } } });
    await recordAudit(tx, {
      userId: null,
      action: 'session.refused',
      subjectType: 'user',
      subjectId: null,
      details: { email: maskEmail(email), address },
    });
  });
}

/** A success forgives what this address did to this account before, and nothing else. */
export async function forgiveFailures({ email, address }: Attempt): Promise<void> {
  await db.signInFailure.deleteMany({ where: { account: accountOf(email), address } });
}
