import { newId } from '../new-id.ts';
import { MAX_LINES } from './limits.ts';
import type { OrderLine } from './types.ts';

type LineOfBefore = {
  name: string;
  quantity: number;
  note: string;
  /** The product as it is sold today; null where it is not. */
  today: { id: string; name: string; priceMinor: number } | null;
};

/** The lines of an earlier order as new ones at today's prices, and the names of what is not sold today. An order has room for only so many. */
export function sameAgain(lines: LineOfBefore[], linesAlready: number): { added: OrderLine[]; missing: string[] } {
  const added: OrderLine[] = [];
  const missing: string[] = [];
  for (const { name, quantity, note, today } of lines) {
    if (!today || linesAlready + added.length >= MAX_LINES) missing.push(name);
    else added.push({ id: newId(), productId: today.id, name: today.name, priceMinor: today.priceMinor, quantity, note });
  }
  return { added, missing };
}
