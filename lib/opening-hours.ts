import { z } from 'zod';
import { momentOf, nextDay, wallClock } from './wall-clock.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_MINUTES = 24 * 60;

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeInvalid');
/** `to` at or before `from` means the next day: a kitchen that closes at 02:00. */
const Span = z.object({ from: Time, to: Time });
export type Span = z.infer<typeof Span>;

/** A day that is missing is closed; no day at all means always open. */
export const OpeningHours = z.partialRecord(z.enum(WEEKDAYS), z.array(Span).max(3, 'tooManySpans'));
export type OpeningHours = z.infer<typeof OpeningHours>;

/** Whether two of a day's spans share a minute; one that runs past midnight shares the next morning with nothing of its own day. */
export function overlaps(spans: readonly Span[]): boolean {
  const sorted = spans
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) + (to <= from ? DAY_MINUTES : 0) }))
    .sort((one, other) => one.from - other.from);
  return sorted.some(({ from }, position) => from < (sorted[position - 1]?.to ?? 0));
}

/** The hours as stored; what cannot be read keeps no kitchen closed. */
export function readOpeningHours(stored: unknown): OpeningHours {
  const hours = OpeningHours.safeParse(stored);
  return hours.success ? hours.data : {};
}

export function isAlwaysOpen(hours: OpeningHours): boolean {
  return Object.keys(hours).length === 0;
}

/** Whether a kitchen with these hours works at that moment, by the organisation's clock. */
export function isOpenAt(hours: OpeningHours, at: Date, timeZone: string): boolean {
  return isAlwaysOpen(hours) || openSpan(hours, at, timeZone) !== null;
}

/** When it closes after that moment; null where it is closed then, or never closes. */
export function closesAt(hours: OpeningHours, at: Date, timeZone: string): Date | null {
  return openSpan(hours, at, timeZone)?.to ?? null;
}

/** The span around a moment: one of that day, or one of the day before that runs past midnight. */
function openSpan(hours: OpeningHours, at: Date, timeZone: string): { from: Date; to: Date } | null {
  const { day } = wallClock(at, timeZone);
  const spans = [nextDay(day, -1), day].flatMap((each) => spansOf(hours, each, timeZone));
  return spans.find(({ from, to }) => from <= at && at < to) ?? null;
}

function spansOf(hours: OpeningHours, day: string, timeZone: string): { from: Date; to: Date }[] {
  return (hours[weekdayOf(day)] ?? []).flatMap((span) => {
    const from = momentOf({ day, time: span.from }, timeZone);
    const to = momentOf({ day: span.to <= span.from ? nextDay(day) : day, time: span.to }, timeZone);
    return from && to ? [{ from, to }] : [];
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function weekdayOf(day: string): Weekday {
  // 2024-01-01 was a Monday.
  const days = Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse('2024-01-01T12:00:00Z')) / 86_400_000);
  return WEEKDAYS[((days % 7) + 7) % 7] ?? 'mon';
}
