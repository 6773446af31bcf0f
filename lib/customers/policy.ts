import type { FieldValues } from '../customer-fields/types.ts';
import { toFieldValues } from '../customer-fields/value.ts';
import type { CardDetails, CustomerDetails } from './schema.ts';

/** What is wrong with a customer's details on this day of the organisation's calendar, by field; null when nothing is. */
export function detailsProblems({ birthday }: Partial<CustomerDetails>, today: string): Record<string, string> | null {
  return birthday && birthday > today ? { birthday: 'birthdayInvalid' } : null;
}

/** What was changed in a form, in both values: the one it began with and the one to store. */
export function changedDetails(
  before: CardDetails,
  after: CardDetails,
): { from: Partial<CardDetails>; to: Partial<CardDetails> } {
  const { extra: extraBefore, ...plainBefore } = before;
  const { extra: extraAfter, ...plainAfter } = after;
  const keys = changedKeys(plainBefore, plainAfter);
  const ids = changedKeys(extraBefore, extraAfter);
  const pick = (plain: typeof plainAfter, extra: FieldValues): Partial<CardDetails> => ({
    ...Object.fromEntries(Object.entries(plain).filter(([key]) => keys.has(key))),
    ...(ids.size > 0 && { extra: Object.fromEntries([...ids].map((id) => [id, extra[id] ?? null])) }),
  });
  return { from: pick(plainBefore, extraBefore), to: pick(plainAfter, extraAfter) };
}

/** Nothing is null, whether it is written down or not there. */
function changedKeys(before: Record<string, unknown>, after: Record<string, unknown>): Set<string> {
  const keys = [...Object.keys(before), ...Object.keys(after)];
  return new Set(keys.filter((key) => (before[key] ?? null) !== (after[key] ?? null)));
}

/** The paths that somebody else changed since `from`, and not to the same as `to`. */
export function changedMeanwhile(from: Partial<CardDetails>, to: Partial<CardDetails>, now: CardDetails): string[] {
  const { extra: fromExtra = {}, ...fromPlain } = from;
  const { extra: toExtra = {}, ...toPlain } = to;
  const { extra: nowExtra, ...nowPlain } = now;
  const stale = (was: Record<string, unknown>, wish: Record<string, unknown>, is: Record<string, unknown>) =>
    Object.keys(wish).filter((key) => {
      const current = trimmed(is[key]);
      return current !== trimmed(was[key]) && current !== trimmed(wish[key]);
    });
  return [...stale(fromPlain, toPlain, nowPlain), ...stale(fromExtra, toExtra, nowExtra).map((id) => `extra.${id}`)];
}

/** Spaces around a text were kept by older ways of writing it. */
function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : (value ?? null);
}

type DetailsRow = Omit<CardDetails, 'company' | 'city' | 'country' | 'birthday' | 'extra'> & {
  company: string | null;
  city: string | null;
  country: string | null;
  birthday: Date | null;
  extra: unknown;
};

export function toCardDetails({ company, city, country, birthday, extra, ...row }: DetailsRow): CardDetails {
  return {
    name: row.name,
    company: company ?? '',
    class: row.class,
    note: row.note,
    birthday: birthday?.toISOString().slice(0, 10) ?? null,
    source: row.source,
    city: city ?? '',
    country: country ?? '',
    managerId: row.managerId,
    extra: toFieldValues(extra),
  };
}
