import type { DiscountKind } from './types.ts';

export type DiscountTyped =
  /** `isClamped`: more was typed than can be taken off. */
  { kind: 'read'; value: number; isClamped: boolean } | { kind: 'unreadable' };

const MAX_PERCENT = 100;

/** `12,5` of an amount → 1250 minor units; `10` or `10 %` of per cent → 10, whole ones only. Never more than the products cost. */
export function readDiscount(
  discountKind: Exclude<DiscountKind, 'none'>,
  typed: string,
  { productsMinor, minorUnits }: { productsMinor: number; minorUnits: number },
): DiscountTyped {
  const plain = typed.replace(/[\s%\u00a0]|zł|€/gi, '').replace(',', '.');
  if (plain === '') return { kind: 'read', value: 0, isClamped: false };

  const isPercent = discountKind === 'percent';
  const isReadable = isPercent ? /^\d+$/.test(plain) : /^\d+(\.\d{0,2})?$/.test(plain);
  if (!isReadable) return { kind: 'unreadable' };

  const wished = Math.round(Number(plain) * (isPercent ? 1 : minorUnits));
  const value = Math.min(wished, isPercent ? MAX_PERCENT : productsMinor);
  return { kind: 'read', value, isClamped: value < wished };
}

/** As it stands in the field: `12,50` of 1250, `10` of ten per cent, nothing of nothing. */
export function writeDiscount(discountKind: DiscountKind, value: number, minorUnits: number): string {
  if (value === 0 || discountKind === 'none') return '';
  if (discountKind === 'percent') return String(value);
  const whole = value / minorUnits;
  return Number.isInteger(whole) ? String(whole) : whole.toFixed(2).replace('.', ',');
}
