import { useTranslations } from 'next-intl';
import type { AccountCard } from '@/lib/users/admin-queries';
import { MAX_LOGIN_CHARACTERS, MAX_PBX_PASSWORD_CHARACTERS } from '@/lib/users/limits';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { SecretField } from '../../ui/secret-field';
import type { FieldErrors } from '../use-field-errors';
import type { AccountDraft } from './account-draft';

type FieldsProps = {
  draft: AccountDraft;
  /** As it is stored; undefined for a new one. */
  account: AccountCard | undefined;
  errors: FieldErrors;
  onEdit: (change: Partial<AccountDraft>) => void;
};

export function AccountFields({ draft, account, errors, onEdit }: FieldsProps) {
  const t = useTranslations('users');

  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t('login')}
          value={draft.login}
          maxLength={MAX_LOGIN_CHARACTERS}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.of('login')}
          onChange={(event) => onEdit({ login: event.target.value })}
        />
        <TextField
          label={t('extension')}
          value={draft.extension}
          maxLength={MAX_LOGIN_CHARACTERS}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint={t('extensionHint')}
          error={errors.of('extension')}
          onChange={(event) => onEdit({ extension: event.target.value })}
        />
      </div>
      <SecretField
        label={t('pbxPassword')}
        value={draft.password}
        maxLength={MAX_PBX_PASSWORD_CHARACTERS}
        placeholder={account?.hasPassword ? t('pbxPasswordReplace') : t('pbxPasswordNone')}
        hint={account?.hasPassword ? t('pbxPasswordSetHint') : t('pbxPasswordNoneHint')}
        error={errors.of('password')}
        onChange={(event) => onEdit({ password: event.target.value })}
      />
      {account && !account.isActive && (
        <CheckField
          label={t('makeActive')}
          hint={t('makeActiveHint')}
          checked={draft.isActive}
          onChange={(event) => onEdit({ isActive: event.target.checked })}
        />
      )}
    </>
  );
}
