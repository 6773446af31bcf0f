'use client';

import { useTranslations } from 'next-intl';
import { useDesk } from '../softphone/desk-context';
import { CheckField } from '../ui/check-field';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

/** The switch of the profile menu, where one looks for it too (S2.8). */
export function ShowsDialer() {
  const t = useTranslations('personalSettings');
  const { value, note, save } = useSetting(useDesk().me.showsDialer);

  return (
    <div>
      <CheckField
        label={t('showDialer')}
        hint={t('showDialerHint')}
        checked={value}
        onChange={({ target }) => save(target.checked, { setting: 'showsDialer', isShown: target.checked })}
      />
      <SavedNote note={note} />
    </div>
  );
}
