import { isAlwaysOpen, type OpeningHours, type Span, WEEKDAYS, type Weekday } from '@/lib/opening-hours';

/** Opening hours while somebody edits them: closed days and always are apart. */
export type HoursDraft = { isAlways: boolean; days: Record<Weekday, Span[]> };

const USUAL: Span = { from: '10:00', to: '22:00' };

export function toDraft(hours: OpeningHours): HoursDraft {
  const isAlways = isAlwaysOpen(hours);
  return { isAlways, days: everyDay((day) => (isAlways ? [USUAL] : (hours[day] ?? []))) };
}

/** Every day is named, closed ones too: hours without any day would mean always. */
export function toHours({ isAlways, days }: HoursDraft): OpeningHours {
  return isAlways ? {} : days;
}

export function withDay(draft: HoursDraft, day: Weekday, spans: Span[]): HoursDraft {
  return { ...draft, days: { ...draft.days, [day]: spans } };
}

export function copiedToAll(draft: HoursDraft, from: Weekday): HoursDraft {
  return { ...draft, days: everyDay(() => draft.days[from]) };
}

/** Another span after the last: a kitchen that closes in the afternoon opens again in the evening. */
export function withAnotherSpan(spans: Span[]): Span[] {
  return [...spans, spans.length === 0 ? USUAL : { from: '', to: '' }];
}

export function runsPastMidnight({ from, to }: Span): boolean {
  return from !== '' && to !== '' && to <= from;
}

function everyDay(spansOf: (day: Weekday) => Span[]): Record<Weekday, Span[]> {
  const [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS;
  return {
    [mon]: spansOf(mon),
    [tue]: spansOf(tue),
    [wed]: spansOf(wed),
    [thu]: spansOf(thu),
    [fri]: spansOf(fri),
    [sat]: spansOf(sat),
    [sun]: spansOf(sun),
  };
}
