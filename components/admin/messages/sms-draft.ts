import type { SmsSettingsCard } from '@/lib/sms/settings-queries';

export type SmsDraft = Omit<SmsSettingsCard, 'hasSecret' | 'version' | 'reportUrl'> & { secret: string };

const USUAL_BODY = '{"to":"{to}","text":"{text}","from":"{from}","id":"{id}"}';

export function toDraft({ hasSecret: _, version: __, reportUrl: ___, ...stored }: SmsSettingsCard): SmsDraft {
  return { ...stored, body: stored.body || USUAL_BODY, secret: '' };
}

/** What the chosen provider needs of it. */
export function toSettings({ provider, ...draft }: SmsDraft): Record<string, unknown> {
  const { sender, accountSid, url, body, secretHeader, idPath, dropsRepeats, secret } = draft;
  switch (provider) {
    case 'none':
      return { provider };
    case 'twilio':
      return { provider, sender, accountSid, url, secret };
    case 'smsapi':
      return { provider, sender, url, secret };
    case 'http':
      return { provider, sender, url, body, secretHeader, idPath, dropsRepeats, secret };
  }
}
