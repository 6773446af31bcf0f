'use client';

import { useTranslations } from 'next-intl';
import type { OwnAccount } from '@/lib/users/settings-queries';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

/** The PBX account one is at now: a choice where there are several. */
export function AccountChoice({ accounts }: { accounts: OwnAccount[] }) {
  const t = useTranslations('settings.account');
  const active = accounts.find((each) => each.isActive) ?? null;
  const { value, note, save } = useSetting(active?.id ?? '');
  const [first, ...others] = accounts;

  if (!first) return <p className="text-muted">{t('none')}</p>;
  if (others.length === 0 && active) return <p>{t('one', { extension: first.extension, pbx: first.pbxName })}</p>;
  return (
    <div>
      <Field label={t('title')} hint={t('hint')}>
        {(control) => (
          <Select
            {...control}
            value={value}
            onChange={(event) => save(event.target.value, { setting: 'account', accountId: event.target.value })}
          >
            {!active && <option value="">{t('choose')}</option>}
            {accounts.map(({ id, extension, pbxName }) => (
              <option key={id} value={id}>
                {t('one', { extension, pbx: pbxName })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SavedNote note={note} />
    </div>
  );
}
