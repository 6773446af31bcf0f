import { useTranslations } from 'next-intl';
import type { ChangeEvent, ReactNode } from 'react';
import { MAX_SECRET_CHARACTERS } from '@/lib/pbx-connections/limits';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { SecretField } from '../../ui/secret-field';
import type { FieldErrors } from '../use-field-errors';
import type { ServerDraft } from './connection-draft';

type TextKey = Exclude<keyof ServerDraft, 'amiTls'>;

type FieldsProps = {
  draft: ServerDraft;
  /** What is stored already, and so may be left empty. */
  stored: { hasSecret: boolean; hasTurnSecret: boolean };
  errors: FieldErrors;
  /** Stands below the manager's settings: the test of them. */
  children: ReactNode;
  onEdit: (change: Partial<ServerDraft>) => void;
};

/** Everything there is to know of an Asterisk, in the order in which it is set up. */
export function ServerFields({ draft, stored, errors, children, onEdit }: FieldsProps) {
  const t = useTranslations('pbx');
  const base = (field: TextKey) => ({
    label: t(field),
    value: draft[field],
    error: errors.of(field),
    autoCapitalize: 'none',
    spellCheck: false,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onEdit({ [field]: event.target.value }),
  });
  const text = (field: TextKey) => ({ ...base(field), autoComplete: 'off', hint: t(`hints.${field}`) });

  return (
    <>
      <FormSection title={t('manager')} hint={t('managerHint')}>
        <div className="grid grid-cols-[minmax(0,1fr)_6rem] items-start gap-3">
          <TextField {...text('amiHost')} />
          <TextField {...base('amiPort')} inputMode="numeric" autoComplete="off" />
        </div>
        <CheckField
          label={t('amiTls')}
          hint={t('hints.amiTls')}
          checked={draft.amiTls}
          onChange={(event) => onEdit({ amiTls: event.target.checked })}
        />
        <TextField {...text('amiUser')} />
        <Secret {...base('amiSecret')} isStored={stored.hasSecret} hint={t('hints.amiSecret')} />
        {children}
      </FormSection>
      <FormSection title={t('dialplan')} hint={t('dialplanHint')}>
        <TextField {...text('trunks')} />
        <TextField {...text('extensionPattern')} />
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField {...text('dialContext')} />
          <TextField {...text('resumeContext')} />
        </div>
      </FormSection>
      <FormSection title={t('browsers')} hint={t('browsersHint')}>
        <TextField {...text('sipAddress')} inputMode="url" placeholder="wss://pbx.example.com:8089/ws" />
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField {...text('sipDomain')} />
          <TextField {...text('sipRealm')} />
        </div>
      </FormSection>
      <FormSection title={t('media')} hint={t('mediaHint')}>
        <TextField {...text('stunUrl')} placeholder="stun:stun.example.com:3478" />
        <TextField {...text('turnUrl')} placeholder="turn:turn.example.com:3478" />
        <Secret {...base('turnSecret')} isStored={stored.hasTurnSecret} hint={t('hints.turnSecret')} />
      </FormSection>
    </>
  );
}

type SecretProps = Parameters<typeof SecretField>[0] & { isStored: boolean };

function Secret({ isStored, ...field }: SecretProps) {
  const t = useTranslations('pbx');
  return (
    <SecretField
      {...field}
      maxLength={MAX_SECRET_CHARACTERS}
      placeholder={isStored ? t('secretReplace') : t('secretNone')}
      hint={isStored ? t('secretKept') : field.hint}
    />
  );
}
