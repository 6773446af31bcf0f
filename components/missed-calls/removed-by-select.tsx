'use client';

import { useTranslations } from 'next-intl';
import type { RemovedBy } from '@/lib/missed-calls/filter';
import { AUTOMATON_REASONS } from '@/lib/missed-calls/types';
import { Select } from '../ui/select';

type RemovedBySelectProps = {
  value: RemovedBy | undefined;
  people: { id: string; name: string }[];
  onChange: (form: HTMLFormElement | null, value: string) => void;
};

/** The same shares as the chart of this name, and what each is made of (S2.27, S2.28). */
export function RemovedBySelect({ value, people, onChange }: RemovedBySelectProps) {
  const t = useTranslations('missedCalls');

  return (
    <Select
      name="removed"
      aria-label={t('removedByLabel')}
      defaultValue={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.form, currentTarget.value)}
    >
      <option value="">{t('anyRemoval')}</option>
      <option value="list">{t('removals.list')}</option>
      <option value="automaton">{t('removals.automaton')}</option>
      <option value="hand">{t('removals.hand')}</option>
      <optgroup label={t('removalKinds.reasons')}>
        {AUTOMATON_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reason.${reason}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('removalKinds.people')}>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="former">{t('removals.former')}</option>
      </optgroup>
    </Select>
  );
}
