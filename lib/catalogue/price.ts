import { type MoneyNotation, readMoney } from '../money-typed.ts';

/** A hundred thousand of the currency, with two digits after the mark: what lies above is a slip of the keyboard. */
export const MAX_PRICE_MINOR = 10_000_000;

export type PriceFault = 'priceUnreadable' | 'priceNegative' | 'priceTooHigh';
export type ReadPrice = { minor: number } | { fault: PriceFault };

export function readPrice(typed: string, notation: MoneyNotation): ReadPrice {
  const money = readMoney(typed, notation);
  if (money.kind === 'negative') return { fault: 'priceNegative' };
  if (money.kind === 'unreadable') return { fault: 'priceUnreadable' };
  return money.minor > MAX_PRICE_MINOR ? { fault: 'priceTooHigh' } : { minor: money.minor };
}
