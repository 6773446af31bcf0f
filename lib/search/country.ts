import { LRUCache } from 'lru-cache';
import { numberCountry } from '../pbx/number-country.ts';

const KEPT_MS = 2_000;
const kept = new LRUCache<'country', Promise<string>>({ max: 1, ttl: KEPT_MS });

/** What a number without a country is read by: somebody who types asks for it with each key. */
export function rememberedCountry(): Promise<string> {
  const known = kept.get('country');
  if (known) return known;

  const asked = numberCountry();
  kept.set('country', asked);
  asked.catch(() => kept.delete('country'));
  return asked;
}
