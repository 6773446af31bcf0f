import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { MAX_PRICE_MINOR } from './price.ts';

export const MAX_CODE_CHARACTERS = 20;
export const MAX_PRODUCT_NAME_CHARACTERS = 120;
export const MAX_CATEGORY_CHARACTERS = 60;

/** Composed letters, so that a name typed on another keyboard is found all the same. */
function name(characters: number, missing: string) {
  return z
    .string()
    .max(characters, 'tooLong')
    .transform((typed) => plainText(typed).normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((written) => written !== '', missing);
}

/** Said aloud and typed by heart: no spaces, and small letters are the same as capitals. */
const code = z
  .string()
  .max(MAX_CODE_CHARACTERS, 'tooLong')
  .transform((typed) => plainText(typed).trim().toUpperCase())
  .refine((written) => /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(written), 'codeInvalid');
const productName = name(MAX_PRODUCT_NAME_CHARACTERS, 'nameMissing');
const priceMinor = z.int('priceUnreadable').nonnegative('priceNegative').max(MAX_PRICE_MINOR, 'priceTooHigh');

const productId = z.uuid();
const categoryId = z.uuid();
/** Null = everywhere. */
const pointOfSaleId = z.uuid().nullable();

/** One cell of the catalogue. */
export const ChangeProduct = z.discriminatedUnion('change', [
  z.object({ change: z.literal('code'), productId, code }),
  z.object({ change: z.literal('name'), productId, name: productName }),
  z.object({ change: z.literal('category'), productId, categoryId }),
  z.object({ change: z.literal('price'), productId, priceMinor }),
  /** Null = the product's own price. */
  z.object({ change: z.literal('priceAt'), productId, pointOfSaleId: z.uuid(), priceMinor: priceMinor.nullable() }),
  z.object({ change: z.literal('soldOut'), productId, pointOfSaleId, isSoldOut: z.boolean() }),
  z.object({ change: z.literal('archived'), productId, isArchived: z.boolean() }),
]);
export type ChangeProduct = z.infer<typeof ChangeProduct>;

export const AddProduct = z.object({ code, name: productName, categoryId, priceMinor });
export type AddProduct = z.infer<typeof AddProduct>;

const categoryName = name(MAX_CATEGORY_CHARACTERS, 'nameMissing');
export const AddCategory = z.object({ name: categoryName });

export const ChangeCategory = z.discriminatedUnion('change', [
  z.object({ change: z.literal('name'), categoryId, name: categoryName }),
  z.object({ change: z.literal('moveUp'), categoryId }),
  z.object({ change: z.literal('moveDown'), categoryId }),
  z.object({ change: z.literal('delete'), categoryId }),
]);
export type ChangeCategory = z.infer<typeof ChangeCategory>;
