import { db } from '../db/client.ts';
import { env } from '../env.ts';
import { unseal } from '../pbx/vault.ts';
import { keyedReportUrl, twilioReportUrl } from './report-address.ts';
import type { SmsProviderName } from './types.ts';

/** What an admin sees of how SMS leave: of the secret only whether there is one. */
export type SmsSettingsCard = {
  provider: SmsProviderName | 'none';
  sender: string;
  accountSid: string;
  url: string;
  body: string;
  secretHeader: string;
  idPath: string;
  dropsRepeats: boolean;
  hasSecret: boolean;
  version: number;
  /** Where the provider reports what became of messages, once it is set up. */
  reportUrl: string | null;
};

const UNSET: SmsSettingsCard = {
  provider: 'none',
  sender: '',
  accountSid: '',
  url: '',
  body: '',
  secretHeader: 'Authorization',
  idPath: '',
  dropsRepeats: false,
  hasSecret: false,
  version: 0,
  reportUrl: null,
};

export async function readSmsSettings(): Promise<SmsSettingsCard> {
  const row = await db.smsSettings.findUnique({ where: { id: 1 }, omit: { id: true } });
  if (!row) return UNSET;
  const { sealedSecret, sealedReportSecret, provider, ...plain } = row;
  const reportUrl = provider && reportUrlOf(provider, sealedReportSecret);
  return { ...plain, provider: provider ?? 'none', hasSecret: sealedSecret !== null, reportUrl };
}

function reportUrlOf(provider: SmsProviderName, sealed: string): string | null {
  if (provider === 'twilio') return twilioReportUrl(env.publicUrl, '…');
  try {
    return keyedReportUrl(env.publicUrl, provider, unseal(sealed));
  } catch {
    return null;
  }
}
