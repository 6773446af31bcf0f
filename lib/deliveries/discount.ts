import { type MoneyNotation, readMoney } from '../money-typed.ts';
import type { DiscountKind } from './types.ts';

export type DiscountTyped =
  /** `isClamped`: more was typed than can be taken off. */
  { kind: 'read'; value: number; isClamped: boolean } | { kind: 'unreadable' };

const MAX_PERCENT = 100;

type Order = { productsMinor: number; notation: MoneyNotation };

/** `12,5` of an amount → 1250 minor units; `10` or `10 %` of per cent → 10, whole ones only. Never more than the products cost. */
export function readDiscount(
  discountKind: Exclude<DiscountKind, 'none'>,
  typed: string,
  { productsMinor, notation }: Order,
): DiscountTyped {
  if (typed.trim() === '') return { kind: 'read', value: 0, isClamped: false };

  const isPercent = discountKind === 'percent';
  const wished = isPercent ? readPercent(typed) : readAmount(typed, notation);
  if (wished === null) return { kind: 'unreadable' };

  const value = Math.min(wished, isPercent ? MAX_PERCENT : productsMinor);
  return { kind: 'read', value, isClamped: value < wished };
}

function readPercent(typed: string): number | null {
  const digits = typed.match(/^\s*(\d+)\s*%?\s*$/)?.[1];
  return digits === undefined ? null : Number(digits);
}

function readAmount(typed: string, notation: MoneyNotation): number | null {
  const money = readMoney(typed, notation);
  return money.kind === 'read' ? money.minor : null;
}

/** As it stands in the field: nothing of nothing. `amount` writes money as the reader of the page does. */
export function writeDiscount(discountKind: DiscountKind, value: number, amount: (minor: number) => string): string {
  if (value === 0 || discountKind === 'none') return '';
  return discountKind === 'percent' ? String(value) : amount(value);
}
