import { z } from 'zod';
import { MAX_CHARACTERS } from '../deliveries/limits.ts';
import { typedText } from '../typed-text.ts';

export const PlaceDetails = z.object({
  street: typedText(MAX_CHARACTERS.street).refine((street) => street !== '', 'streetMissing'),
  flat: typedText(MAX_CHARACTERS.flat),
  district: typedText(MAX_CHARACTERS.district),
  city: typedText(MAX_CHARACTERS.city),
  driverNote: typedText(MAX_CHARACTERS.driverNote),
});
export type PlaceDetails = z.infer<typeof PlaceDetails>;

export const AddAddress = z.object({
  customerId: z.uuid(),
  /** Made by the browser: a repeated save, or one that takes a removal back, is the same address. */
  addressId: z.uuid(),
  place: PlaceDetails,
  /** Where a removal is taken back it keeps its place among the others. */
  lastUsedAt: z.iso.datetime().nullable().default(null),
});
export type AddAddress = z.infer<typeof AddAddress>;

const shown = z.string().max(4_000);

export const ChangeAddress = z.object({
  customerId: z.uuid(),
  addressId: z.uuid(),
  /** What the browser showed, letter by letter, so that nothing a colleague changed meanwhile is overwritten. */
  from: z.object({ street: shown, flat: shown, district: shown, city: shown, driverNote: shown }),
  to: PlaceDetails,
});
export type ChangeAddress = z.infer<typeof ChangeAddress>;

export const RemoveAddress = z.object({ customerId: z.uuid(), addressId: z.uuid() });
export type RemoveAddress = z.infer<typeof RemoveAddress>;
