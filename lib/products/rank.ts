import { foldText } from '../folded-text.ts';
import type { ProductFound } from './types.ts';

/** How many products one search answers; fewer are all there are. */
export const FOUND_ROWS = 12;

export function matches(product: Pick<ProductFound, 'code' | 'name'>, words: string[]): boolean {
  const haystack = `${foldText(product.code)} ${foldText(product.name)}`;
  return words.every((word) => haystack.includes(word));
}

/**
 * Best first: the very code, a code or name that begins so, then a word that does, then the rest; what is sold out comes last.
 * The very code is first even so: who types a code by heart and presses Enter must not add another product instead.
 */
export function rankProducts<Product extends ProductFound>(products: Product[], text: string): Product[] {
  const typed = foldText(text);
  const scored = products.map((product) => ({ product, score: scoreOf(product, typed) }));
  scored.sort((one, other) => one.score - other.score || one.product.name.localeCompare(other.product.name));
  return scored.map((each) => each.product);
}

const SOLD_OUT = 10;

function scoreOf({ code, name, isAvailable }: ProductFound, typed: string): number {
  const soldOut = isAvailable ? 0 : SOLD_OUT;
  const [foldedCode, foldedName] = [foldText(code), foldText(name)];
  if (foldedCode === typed) return 0;
  if (foldedName.startsWith(typed)) return soldOut + 1;
  if (foldedCode.startsWith(typed)) return soldOut + 2;
  if (foldedName.split(/\s+/).some((word) => word.startsWith(typed))) return soldOut + 3;
  return soldOut + 4;
}
