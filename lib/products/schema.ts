import { z } from 'zod';

const MAX_SEARCH_CHARACTERS = 100;
/** As many as an order has lines. */
const MAX_PRODUCT_IDS = 200;

const pointOfSaleId = z.uuid().nullable();

export const SearchProducts = z.object({ text: z.string().max(MAX_SEARCH_CHARACTERS, 'tooLong'), pointOfSaleId });
export const OfferProducts = z.object({ customerId: z.uuid().nullable(), pointOfSaleId });
export const LackingProducts = z.object({ productIds: z.array(z.uuid()).max(MAX_PRODUCT_IDS), pointOfSaleId });
