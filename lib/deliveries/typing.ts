import { newId } from '../new-id.ts';
import { MAX_QUANTITY } from './limits.ts';
import type { OrderLine } from './types.ts';

/** `17`, `1730`, `17:30`, `7.05` → `17:00`, `17:30`, `17:30`, `07:05`; null for what is no time of day. */
export function readTime(typed: string): string | null {
  const parts = typed.trim().match(/^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/);
  if (!parts) return null;

  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Something that stands there and is no time: it must not go out as another one. */
export function isUnreadableTime(typed: string): boolean {
  return typed.trim() !== '' && readTime(typed) === null;
}

/** Written out in full. Anything shorter may be the beginning of another time: `7` of `7pm`, `2` of `25:00`, `123` of `1230`. */
export function isWholeTime(typed: string): boolean {
  return readTime(typed) === typed;
}

/** `2x pizza` → two of what `pizza` finds. */
export function readWish(typed: string): { quantity: number; text: string } {
  const parts = typed.match(/^\s*(\d{1,3})\s*[x*×]\s*(.*)$/i);
  if (!parts) return { quantity: 1, text: typed };
  return { quantity: Math.max(1, Number(parts[1])), text: parts[2] ?? '' };
}

/** A quantity as it is typed; null while it is none. */
export function readQuantity(typed: string): number | null {
  const quantity = Number(typed);
  return /^\d+$/.test(typed.trim()) && quantity >= 1 && quantity <= MAX_QUANTITY ? quantity : null;
}

type Product = { id: string; name: string; priceMinor: number };

/** One more of a product that is in the order without a note of its own, else a new line. */
export function withProduct(lines: OrderLine[], product: Product, quantity: number): OrderLine[] {
  const same = lines.find((line) => line.productId === product.id && !line.note);
  if (!same) {
    const { id: productId, name, priceMinor } = product;
    return [...lines, { id: newId(), productId, name, priceMinor, quantity, note: '' }];
  }
  const total = Math.min(MAX_QUANTITY, same.quantity + quantity);
  return lines.map((line) => (line === same ? { ...line, quantity: total } : line));
}
