import { z } from 'zod';
import { TypedSearch } from '../search-text.ts';

/** As many as an order has lines. */
const MAX_PRODUCT_IDS = 200;

const pointOfSaleId = z.uuid().nullable();

export const SearchProducts = z.object({ text: TypedSearch, pointOfSaleId });
export const OfferProducts = z.object({ customerId: z.uuid().nullable(), pointOfSaleId });
export const LackingProducts = z.object({ productIds: z.array(z.uuid()).max(MAX_PRODUCT_IDS), pointOfSaleId });
