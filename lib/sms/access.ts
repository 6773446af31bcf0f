import { db } from '../db/client.ts';
import { log } from '../log.ts';
import { unseal } from '../pbx/vault.ts';
import type { SmsAccess } from './types.ts';

const settings = {
  provider: true,
  sender: true,
  accountSid: true,
  url: true,
  body: true,
  secretHeader: true,
  idPath: true,
  dropsRepeats: true,
  sealedSecret: true,
  sealedReportSecret: true,
} as const;

/** How the provider that is set up is reached; null where none is, or where its secret cannot be read. Not remembered anywhere. */
export async function readSmsAccess(): Promise<SmsAccess | null> {
  const row = await db.smsSettings.findUnique({ where: { id: 1 }, select: settings });
  if (!row?.provider) return null;
  const { sealedSecret, sealedReportSecret, provider, ...plain } = row;
  try {
    const secret = sealedSecret === null ? '' : unseal(sealedSecret);
    return { ...plain, provider, secret, reportSecret: unseal(sealedReportSecret) };
  } catch (error) {
    log.error({ err: error }, 'The secret of the SMS provider cannot be read');
    return null;
  }
}

/** Whether messages can be sent at all. */
export async function isSmsSetUp(): Promise<boolean> {
  const row = await db.smsSettings.findUnique({ where: { id: 1 }, select: { provider: true } });
  return row?.provider != null;
}
