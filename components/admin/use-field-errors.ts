'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

type Faults = { fields: Record<string, string>; values?: Record<string, string> };

/**
 * What the server found wrong, as sentences at the fields; editing a field takes its sentence away.
 * `namespace` holds a sentence for every key of a fault, and `invalid` for one that it does not know.
 */
export function useFieldErrors(namespace: string) {
  const t = useTranslations(namespace);
  const [{ fields, values }, setFaults] = useState<Faults>({ fields: {} });

  return {
    show: (faults: Faults['fields'], filledIn?: Faults['values']) => setFaults({ fields: faults, values: filledIn }),
    forget: (edited: string[]) => {
      const left = Object.entries(fields).filter(([path]) => !edited.some((field) => isOf(path, field)));
      setFaults({ fields: Object.fromEntries(left), values });
    },
    of: (field: string): string | null => {
      const found = Object.entries(fields).find(([path]) => isOf(path, field));
      return found ? t(t.has(found[1]) ? found[1] : 'invalid', values) : null;
    },
  };
}

export type FieldErrors = ReturnType<typeof useFieldErrors>;

/** `openingHours.mon.0.from` is of `openingHours`. */
function isOf(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}
