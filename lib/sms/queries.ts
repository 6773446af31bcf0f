import { db } from '../db/client.ts';
import { type MissedCallViewer, visibleTo } from '../missed-calls/visible.ts';
import { numberToCall } from '../phone-number.ts';
import { isSmsSetUp } from './access.ts';
import { MAX_TEMPLATES } from './limits.ts';
import type { TemplateFacts } from './templates.ts';

const ADMINS_NAMED = 3;

export type SmsTemplate = { id: string; name: string; text: string };
/** What the dialog needs. `askAdmins`: who can set up a provider, where none is. */
export type SmsPreparation =
  | { kind: 'ready'; templates: SmsTemplate[]; facts: TemplateFacts }
  | { kind: 'notSetUp'; askAdmins: string[] };

/** Whom a message about a missed call goes to; null where this viewer may not see it, or no number is known that takes one. */
export async function findRecipient(missedCallId: string, viewer: MissedCallViewer) {
  const row = await db.missedCall.findFirst({
    where: { AND: [{ id: missedCallId, state: { in: ['listed', 'hidden'] } }, visibleTo(viewer)] },
    select: { callerE164: true, callerName: true, chain: { select: { line: { select: { name: true, display: true } } } } },
  });
  const e164 = numberToCall(row?.callerE164);
  return row && e164 ? { e164, callerName: row.callerName, line: row.chain.line } : null;
}

/** Null where nobody can be written to. */
export async function prepareMessage(missedCallId: string, viewer: MissedCallViewer): Promise<SmsPreparation | null> {
  const recipient = await findRecipient(missedCallId, viewer);
  if (!recipient) return null;
  if (!(await isSmsSetUp())) return { kind: 'notSetUp', askAdmins: await adminNames() };

  const facts = {
    name: (await nameOf(recipient.e164)) ?? recipient.callerName,
    line: recipient.line?.name ?? '',
    number: recipient.line?.display ?? '',
  };
  return { kind: 'ready', templates: await listTemplates(), facts };
}

export function listTemplates(): Promise<SmsTemplate[]> {
  return db.smsTemplate.findMany({
    select: { id: true, name: true, text: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_TEMPLATES,
  });
}

/** Of several who share the number, the one who was chosen last (S1.15). */
async function nameOf(e164: string): Promise<string | null> {
  const number = await db.phoneNumber.findFirst({
    where: { e164, customerId: { not: null } },
    select: { customer: { select: { name: true } } },
    orderBy: [{ chosenAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  });
  return number?.customer?.name ?? null;
}

async function adminNames(): Promise<string[]> {
  const admins = await db.user.findMany({
    where: { role: 'admin', disabledAt: null },
    select: { name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: ADMINS_NAMED,
  });
  return admins.map(({ name }) => name);
}
