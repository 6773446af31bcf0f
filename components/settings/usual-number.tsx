'use client';

import { useTranslations } from 'next-intl';
import { useDesk } from '../softphone/desk-context';
import { Field } from '../ui/field';
import { PhoneNumberText } from '../ui/phone-number-text';
import { Select } from '../ui/select';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

/** The number that is presented where nobody chooses another for a call (S2.4, S2.8b). */
export function UsualNumber() {
  const t = useTranslations('settings.presents');
  const { me } = useDesk();
  const { value, note, save } = useSetting(me.presentsLineId ?? '');
  const usual = me.pool.find(({ id }) => id === me.presentsLineId);

  if (!usual) return <p className="text-muted">{t('none')}</p>;
  if (!me.mayChooseNumber) {
    return (
      <p>
        {t('title')}: <PhoneNumberText display={usual.display} /> · <bdi>{usual.name}</bdi>
        <span className="block text-muted text-xs">{t('notAllowed')}</span>
      </p>
    );
  }
  return (
    <div>
      <Field label={t('title')} hint={t('hint')}>
        {(control) => (
          <Select
            {...control}
            value={value}
            onChange={(event) => save(event.target.value, { setting: 'presents', lineId: event.target.value })}
          >
            {me.pool.map(({ id, display, name }) => (
              <option key={id} value={id}>
                {display} · {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SavedNote note={note} />
    </div>
  );
}
