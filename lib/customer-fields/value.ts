import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { type CustomerField, type FieldValue, type FieldValues, MAX_FIELD_CHARACTERS } from './types.ts';

export type ValueProblem = 'fieldNoText' | 'tooLong' | 'fieldNoNumber' | 'fieldNoDate' | 'fieldNoChoice' | 'fieldNoYesNo';
export type ReadValue = { value: FieldValue } | { problem: ValueProblem };

/** Beyond it JavaScript and JSON do not keep every digit. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;
const IsoDay = z.iso.date();

/** A value as its field keeps it; what is empty is nothing. */
export function readFieldValue({ kind, choices }: Pick<CustomerField, 'kind' | 'choices'>, raw: unknown): ReadValue {
  if (raw === null || raw === undefined) return { value: null };
  if (typeof raw === 'string' && plainText(raw).trim() === '') return { value: null };

  switch (kind) {
    case 'text':
      return readText(raw);
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) && Math.abs(raw) <= MAX_NUMBER
        ? { value: raw }
        : { problem: 'fieldNoNumber' };
    case 'date':
      return IsoDay.safeParse(raw).success && typeof raw === 'string' ? { value: raw } : { problem: 'fieldNoDate' };
    case 'choice':
      return typeof raw === 'string' && choices.includes(raw) ? { value: raw } : { problem: 'fieldNoChoice' };
    case 'yes_no':
      return typeof raw === 'boolean' ? { value: raw } : { problem: 'fieldNoYesNo' };
  }
}

function readText(raw: unknown): ReadValue {
  if (typeof raw !== 'string') return { problem: 'fieldNoText' };
  const value = plainText(raw).trim();
  return value.length > MAX_FIELD_CHARACTERS.text ? { problem: 'tooLong' } : { value };
}

/** `1 234,5` → 1234.5, as people of any country write it; null where it is no number. */
export function readTypedNumber(typed: string): number | null {
  const written = typed.replace(/[\s\u00A0\u202F']/g, '').replace(',', '.');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : null;
  return value !== null && Math.abs(value) <= MAX_NUMBER ? value : null;
}

/** What is stored, as values: anything that is none of them is left out. */
export function toFieldValues(stored: unknown): FieldValues {
  if (typeof stored !== 'object' || stored === null) return {};
  const isValue = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => isValue(value)));
}

/** The values with some of them changed; one that is nothing now is not kept. */
export function withValues(before: FieldValues, changes: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}
