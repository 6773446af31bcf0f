'use client';

import { CircleAlert, Copy, Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { readTime } from '@/lib/deliveries/typing';
import { type Span, WEEKDAYS, type Weekday } from '@/lib/opening-hours';
import { CheckField } from '../ui/check-field';
import { IconButton } from '../ui/icon-button';
import { copiedToAll, type HoursDraft, runsPastMidnight, withAnotherSpan, withDay } from './hours-draft';

type HoursProps = {
  /** What it means that there are no hours, beside its box. */
  always: string;
  draft: HoursDraft;
  error: string | null;
  onChange: (draft: HoursDraft) => void;
};

const MAX_SPANS = 3;
// 2024-01-01 was a Monday.
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export function OpeningHoursField({ always, draft, error, onChange }: HoursProps) {
  return (
    <>
      <CheckField
        label={always}
        checked={draft.isAlways}
        onChange={(event) => onChange({ ...draft, isAlways: event.target.checked })}
      />
      {!draft.isAlways && (
        <ul className="panel divide-y divide-separator">
          {WEEKDAYS.map((day) => (
            <Day
              key={day}
              day={day}
              spans={draft.days[day]}
              onChange={(spans) => onChange(withDay(draft, day, spans))}
              onCopy={() => onChange(copiedToAll(draft, day))}
            />
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="field-error flex items-center gap-1 text-xs">
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}

type DayProps = { day: Weekday; spans: Span[]; onChange: (spans: Span[]) => void; onCopy: () => void };

function Day({ day, spans, onChange, onCopy }: DayProps) {
  const t = useTranslations('openingHours');
  const name = useDayName(day);

  function edit(position: number, change: Partial<Span>) {
    onChange(spans.map((span, each) => (each === position ? { ...span, ...change } : span)));
  }

  return (
    <li className="flex items-start gap-2 px-3 py-1.5">
      <span className="flex min-h-8 w-24 shrink-0 items-center font-medium first-letter:uppercase max-sm:w-20">{name}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {spans.length === 0 && <span className="flex min-h-8 items-center text-muted">{t('closed')}</span>}
        {spans.map((span, position) => (
          <div key={position} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
            <TimeInput name={t('from', { day: name })} value={span.from} onChange={(from) => edit(position, { from })} />
            <span aria-hidden="true">–</span>
            <TimeInput name={t('to', { day: name })} value={span.to} onChange={(to) => edit(position, { to })} />
            <IconButton
              name={t('removeHours', { day: name })}
              size="sm"
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(spans.filter((_, each) => each !== position))}
            />
            {runsPastMidnight(span) && <span className="text-muted text-xs">{t('nextDay')}</span>}
          </div>
        ))}
      </div>
      {spans.length < MAX_SPANS && (
        <IconButton
          name={t('addHours', { day: name })}
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange(withAnotherSpan(spans))}
        />
      )}
      <IconButton name={t('copyToAll', { day: name })} size="sm" icon={<Copy aria-hidden="true" />} onClick={onCopy} />
    </li>
  );
}

/** Text rather than the browser's own field for times, which shows AM and PM to whoever's browser is American. */
function TimeInput({ name, value, onChange }: { name: string; value: string; onChange: (time: string) => void }) {
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      placeholder="00:00"
      aria-label={name}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(readTime(value) ?? value)}
      className="input num w-17 px-2 text-center max-sm:w-14 max-sm:px-1"
    />
  );
}

function useDayName(day: Weekday): string {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: 'long', timeZone: 'UTC' });
  return format.format(A_MONDAY + WEEKDAYS.indexOf(day) * DAY_MS);
}
