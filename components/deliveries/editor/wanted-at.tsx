'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import { dayMeant } from '@/lib/deliveries/suggestions';
import { isUnreadableTime, isWholeTime, readTime } from '@/lib/deliveries/typing';
import { momentOf, nextDay, wallClock } from '@/lib/wall-clock';
import { Field, TextField } from '../../ui/field';
import { useOrganisation } from '../../ui/organisation';
import { Select } from '../../ui/select';
import { useDayName } from '../use-day-name';
import { useContent, useEdited, useEditor } from './editor-context';
import { useSendProblem } from './use-send-problem';

const DAYS_AHEAD = 14;

type WantedAtProps = {
  today: string;
  /** Sending looks at what stands there: a time that cannot be read must not go out as another one. */
  timeField: RefObject<HTMLInputElement | null>;
};

/**
 * A day from a list and a time typed as it comes (`17`, `1730`, `17:30`), in the organisation's time zone. It counts when it is
 * written out or left, not on the way there.
 * A point of sale that has the delivery keeps its time until there is another one.
 */
export function WantedAt({ today, timeField }: WantedAtProps) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly, suggestedAt } = useEditor();
  const { timeZone } = useOrganisation();
  const noTime = useSendProblem('wantedAt');
  const wantedAt = useContent('wantedAt');
  const mayBeEmpty = useEdited(({ editing }) => (editing.saved?.status ?? 'draft') === 'draft');
  const shown = wantedAt ? wallClock(new Date(wantedAt), timeZone) : { day: null, time: '' };

  const [typed, setTyped] = useState<string | null>(null);
  const [chosenDay, setChosenDay] = useState(today);
  const day = shown.day ?? chosenDay;
  // The times that stood there while nobody chose a day: near midnight their day is not the one that a typed time means.
  const unchosen = useRef([suggestedAt]);
  const time = typed ?? shown.time;
  const isEmptied = typed?.trim() === '' && !mayBeEmpty;
  const isUnreadable = isUnreadableTime(time);

  function want(nextTime: string, onDay: string) {
    const moment = momentOf({ day: onDay, time: readTime(nextTime) ?? '' }, timeZone);
    if (moment || (nextTime.trim() === '' && mayBeEmpty)) keeper.edit({ wantedAt: moment?.toISOString() ?? null });
  }

  function wantTyped(nextTime: string) {
    const read = readTime(nextTime);
    const isDayChosen = !suggestedAt || !unchosen.current.includes(wantedAt);
    want(nextTime, read && !isDayChosen ? dayMeant(read, day, new Date(), timeZone) : day);
    if (!isDayChosen) unchosen.current.push(keeper.getSnapshot().editing.mine.wantedAt);
  }

  function takeTyped() {
    if (typed === null || isUnreadable) return;
    wantTyped(typed);
    setTyped(null);
  }

  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t('day')}>
        {(control) => (
          <Select
            {...control}
            value={day}
            disabled={isReadOnly}
            onChange={(event) => {
              setChosenDay(event.target.value);
              unchosen.current = [];
              want(isUnreadable ? shown.time : time, event.target.value);
            }}
          >
            <DayOptions today={today} shown={day} />
          </Select>
        )}
      </Field>
      <TextField
        label={t('time')}
        ref={timeField}
        inputMode="numeric"
        autoComplete="off"
        placeholder="17:00"
        maxLength={5}
        value={time}
        readOnly={isReadOnly}
        error={isUnreadable ? t('timeUnreadable') : isEmptied ? t('problems.noTime') : noTime}
        onChange={(event) => {
          setTyped(event.target.value);
          if (isWholeTime(event.target.value)) wantTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') takeTyped();
        }}
        onBlur={() => {
          takeTyped();
          void keeper.flush();
        }}
      />
    </div>
  );
}

function DayOptions({ today, shown }: { today: string; shown: string }) {
  const t = useTranslations('delivery');
  const dayName = useDayName();
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, days) => nextDay(today, days));
  const days = ahead.includes(shown) ? ahead : [shown, ...ahead].sort();

  return days.map((day) => {
    const words = day === today ? t('today') : day === nextDay(today) ? t('tomorrow') : dayName(day);
    return (
      <option key={day} value={day}>
        {words}
      </option>
    );
  });
}
