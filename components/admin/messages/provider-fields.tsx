'use client';

import { useTranslations } from 'next-intl';
import type { SmsProviderName } from '@/lib/sms/types';
import { CheckField } from '../../ui/check-field';
import { TextAreaField, TextField } from '../../ui/field';
import { SecretField } from '../../ui/secret-field';
import type { FieldErrors } from '../use-field-errors';
import type { SmsDraft } from './sms-draft';

const USUAL = { twilio: 'https://api.twilio.com', smsapi: 'https://api.smsapi.pl' } as const;
const SECRETS = { twilio: 'token', smsapi: 'smsapiToken', http: 'httpSecret' } as const;
const PLACES = ['{to}', '{text}', '{from}', '{id}'];

type FieldsProps = {
  draft: SmsDraft;
  provider: SmsProviderName;
  hasSecret: boolean;
  errors: FieldErrors;
  onEdit: (change: Partial<SmsDraft>) => void;
};

/** What the chosen provider needs to know. */
export function ProviderFields({ draft, provider, hasSecret, errors, onEdit }: FieldsProps) {
  const t = useTranslations('messaging');
  const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

  return (
    <>
      {provider === 'twilio' && (
        <TextField
          {...plain}
          label={t('accountSid')}
          value={draft.accountSid}
          error={errors.of('accountSid')}
          onChange={({ target }) => onEdit({ accountSid: target.value })}
        />
      )}
      {provider === 'http' && (
        <TextField
          {...plain}
          type="url"
          label={t('httpUrl')}
          value={draft.url}
          placeholder="https://sms.example.com/messages"
          error={errors.of('url')}
          onChange={({ target }) => onEdit({ url: target.value })}
        />
      )}
      <SecretField
        label={t(SECRETS[provider])}
        value={draft.secret}
        hint={hasSecret ? t('secretKept') : t('secretHint')}
        error={errors.of('secret')}
        onChange={({ target }) => onEdit({ secret: target.value })}
      />
      <TextField
        {...plain}
        label={t('sender')}
        value={draft.sender}
        hint={provider === 'twilio' ? t('senderHintTwilio') : t('senderHint')}
        error={errors.of('sender')}
        onChange={({ target }) => onEdit({ sender: target.value })}
      />
      {provider === 'http' ? (
        <>
          <TextAreaField
            label={t('body')}
            rows={4}
            spellCheck={false}
            value={draft.body}
            hint={t('bodyHint', { places: PLACES.join(' ') })}
            error={errors.of('body')}
            onChange={({ target }) => onEdit({ body: target.value })}
          />
          <TextField
            {...plain}
            label={t('secretHeader')}
            value={draft.secretHeader}
            hint={t('secretHeaderHint')}
            error={errors.of('secretHeader')}
            onChange={({ target }) => onEdit({ secretHeader: target.value })}
          />
          <TextField
            {...plain}
            label={t('idPath')}
            value={draft.idPath}
            hint={t('idPathHint')}
            error={errors.of('idPath')}
            onChange={({ target }) => onEdit({ idPath: target.value })}
          />
          <CheckField
            label={t('dropsRepeats')}
            hint={t('dropsRepeatsHint')}
            checked={draft.dropsRepeats}
            onChange={({ target }) => onEdit({ dropsRepeats: target.checked })}
          />
        </>
      ) : (
        <TextField
          {...plain}
          type="url"
          label={t('url')}
          value={draft.url}
          hint={t('urlHint', { usual: USUAL[provider] })}
          error={errors.of('url')}
          onChange={({ target }) => onEdit({ url: target.value })}
        />
      )}
    </>
  );
}
