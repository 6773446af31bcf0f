'use client';

import { useTranslations } from 'next-intl';
import { type AskedPeriod, OWN_PERIOD, PERIODS } from '@/lib/period';
import { Select } from '../ui/select';

type PeriodSelectProps = { asked: AskedPeriod; today: string; onChange: () => void };

/** When the callers were last missed. The days of an own period begin as today, and stand beside it. */
export function PeriodSelect({ asked, today, onChange }: PeriodSelectProps) {
  const t = useTranslations('period');
  const isOwn = asked.period === OWN_PERIOD;

  function choose(form: HTMLFormElement | null, period: string) {
    for (const name of ['from', 'to']) {
      const day = form?.elements.namedItem(name);
      if (day instanceof HTMLInputElement) day.value = period === OWN_PERIOD ? day.value || today : '';
    }
    onChange();
  }

  return (
    <>
      <Select
        name="period"
        aria-label={t('label')}
        defaultValue={asked.period ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.form, currentTarget.value)}
      >
        <option value="">{t('any')}</option>
        {PERIODS.map((each) => (
          <option key={each} value={each}>
            {t(`names.${each}`)}
          </option>
        ))}
      </Select>
      {(['from', 'to'] as const).map((name) => (
        <input
          key={name}
          type={isOwn ? 'date' : 'hidden'}
          name={name}
          aria-label={t(name)}
          defaultValue={asked[name] ?? ''}
          className="input min-w-0"
          onChange={onChange}
        />
      ))}
    </>
  );
}
