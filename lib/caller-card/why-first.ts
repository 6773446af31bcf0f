import type { CardCustomer } from './types.ts';

/** Why the first of several customers with one number stands first; null where it is only the alphabet (S0.14). */
export function whyFirst({ hasOpen, chosenAt }: Pick<CardCustomer, 'hasOpen' | 'chosenAt'>): 'open' | 'chosen' | null {
  if (hasOpen) return 'open';
  return chosenAt ? 'chosen' : null;
}
