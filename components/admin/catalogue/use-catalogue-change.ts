'use client';

import { useTranslations } from 'next-intl';
import type { ActionResult } from '@/lib/action-result';
import { changeProduct } from '@/lib/catalogue/actions';
import type { ChangeProduct } from '@/lib/catalogue/schema';

const FAULTS = [
  'codeInvalid',
  'codeTaken',
  'nameMissing',
  'nameTaken',
  'notEmpty',
  'priceNegative',
  'priceTooHigh',
  'priceUnreadable',
  'tooLong',
] as const;
export type CatalogueFault = (typeof FAULTS)[number];

/** Field → what is wrong with it, in words. */
type Sentences = Record<string, string>;

/** What an action refused, as sentences; null where it did what was asked. */
export function useRefusals() {
  const t = useTranslations('catalogue.faults');
  const refusals = useTranslations('refusals');

  function sentencesOf(result: ActionResult | null): Sentences | null {
    if (!result) return { '': t('notSaved') };
    if (result.ok) return null;

    const faults = Object.entries(result.fields ?? {}).flatMap(([field, key]): [string, string][] => {
      const fault = FAULTS.find((each) => each === key);
      return fault ? [[field, sayFault(fault, result.values)]] : [];
    });
    return faults.length > 0 ? Object.fromEntries(faults) : { '': refusals(result.reason) };
  }

  function sayFault(fault: CatalogueFault, values: Record<string, string> = {}): string {
    return t(fault, { product: values.product ?? '', count: Number(values.count ?? 0), example: values.example ?? '' });
  }

  return { sentencesOf, sayFault };
}

/** Saves one cell; answers the sentence that says why it was refused. */
export function useCatalogueChange(): (change: ChangeProduct) => Promise<string | null> {
  const { sentencesOf } = useRefusals();

  return async (change) => {
    const sentences = sentencesOf(await changeProduct(change).catch(() => null));
    return sentences && (Object.values(sentences)[0] ?? null);
  };
}
