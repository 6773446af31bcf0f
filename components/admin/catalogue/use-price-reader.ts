'use client';

import { readPrice } from '@/lib/catalogue/price';
import { useFormats } from '../../ui/organisation';
import { useRefusals } from './use-catalogue-change';

type Read = { minor: number; fault: null } | { minor: null; fault: string };

/** A price as it was typed, or the sentence that says what is wrong with it. */
export function usePriceReader(): (typed: string) => Read {
  const { amount, notation } = useFormats();
  const { sayFault } = useRefusals();

  return (typed) => {
    const read = readPrice(typed, notation);
    if ('minor' in read) return { minor: read.minor, fault: null };
    return { minor: null, fault: sayFault(read.fault, { example: amount(EXAMPLE_MINOR) }) };
  };
}

const EXAMPLE_MINOR = 2_900;
