import { may } from '../auth/roles.ts';
import { db } from '../db/client.ts';
import { type Language, languageOf } from '../i18n/languages.ts';
import { missedCallViewer } from '../missed-calls/visible.ts';
import { organisation } from '../organisation/queries.ts';
import type { ClaimedMail } from './outbox.ts';

/** Further ones are on the list. */
const MOST_NAMED = 100;

export type MailedMiss = { name: string; number: string; missedAt: Date; waitSeconds: number; misses: number };
export type MailFacts = {
  to: string;
  language: Language;
  timeZone: string;
  line: { id: string; name: string } | null;
  /** The latest first. */
  misses: MailedMiss[];
  count: number;
};

/** What a mail tells, as it is now; null where there is nothing left to tell, or its reader may not read it any more. */
export async function readMailFacts({ id, userId, chainId }: ClaimedMail): Promise<MailFacts | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { id: true, email: true, role: true, language: true, disabledAt: true, mailsMissedCalls: true },
  });
  if (!user?.mailsMissedCalls || user.disabledAt) return null;
  const grants = (await db.roleGrant.findMany({ where: { role: user.role }, select: { permission: true } })).map(
    ({ permission }) => permission,
  );
  const viewer = await missedCallViewer({ id: user.id, role: user.role, grants });
  const maySee = may({ role: user.role, grants }, 'missed-call:read') && (viewer.chainIds?.includes(chainId) ?? true);
  if (!maySee) return null;

  const chain = await db.ledgerChain.findUnique({
    where: { id: chainId },
    select: { line: { select: { id: true, name: true } } },
  });
  const rows = await missesOf(id);
  if (rows.length === 0) return null;
  const house = await organisation();
  return {
    to: user.email,
    language: languageOf(user.language, house.language),
    timeZone: house.timeZone,
    line: chain?.line ?? null,
    misses: await named(rows.slice(0, MOST_NAMED)),
    count: rows.length,
  };
}

/** Of each row the last notice. What turned out answered was no miss. */
async function missesOf(mailId: string) {
  const notices = await db.missedCallNotice.findMany({
    where: { mailId, missedCall: { state: { in: ['listed', 'hidden'] } } },
    select: {
      missedCallId: true,
      missedAt: true,
      misses: true,
      missedCall: { select: { callerE164: true, callerDisplay: true, callerName: true, waitSeconds: true } },
    },
    orderBy: { id: 'asc' },
  });
  const rows = [...new Map(notices.map((notice) => [notice.missedCallId, notice])).values()];
  return rows.sort((a, b) => b.missedAt.getTime() - a.missedAt.getTime());
}

async function named(rows: Awaited<ReturnType<typeof missesOf>>): Promise<MailedMiss[]> {
  const e164 = rows.map(({ missedCall }) => missedCall.callerE164).filter((number) => number !== null);
  const numbers = await db.phoneNumber.findMany({
    where: { e164: { in: e164 }, customerId: { not: null } },
    select: { e164: true, customer: { select: { name: true } } },
    // Of several who share it, the one who was chosen last (S1.15).
    orderBy: [{ chosenAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  });
  const nameOf = new Map(numbers.toReversed().map(({ e164: number, customer }) => [number, customer?.name]));
  return rows.map(({ missedAt, misses, missedCall: { callerE164, callerDisplay, callerName, waitSeconds } }) => ({
    name: (callerE164 && nameOf.get(callerE164)) || callerName,
    number: callerDisplay,
    missedAt,
    misses,
    waitSeconds,
  }));
}
