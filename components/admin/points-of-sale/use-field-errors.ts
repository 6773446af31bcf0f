'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

const KNOWN = [
  'nameMissing',
  'nameTaken',
  'tooLong',
  'capacityInvalid',
  'minutesInvalid',
  'timeInvalid',
  'tooManySpans',
  'spansOverlap',
  'urlInvalid',
  'urlNotHttp',
  'urlHasCredentials',
] as const;

/** What the server found wrong, as sentences at the fields; editing a field takes its sentence away. */
export function useFieldErrors() {
  const t = useTranslations('pointsOfSale.problems');
  const [fields, setFields] = useState<Record<string, string>>({});

  return {
    show: setFields,
    forget: (edited: string[]) => {
      setFields(Object.fromEntries(Object.entries(fields).filter(([path]) => !edited.some((field) => isOf(path, field)))));
    },
    of: (field: string): string | null => {
      const found = Object.entries(fields).find(([path]) => isOf(path, field));
      const known = found && KNOWN.find((key) => key === found[1]);
      return found ? t(known ?? 'invalid') : null;
    },
  };
}

/** `openingHours.mon.0.from` is of `openingHours`. */
function isOf(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}
