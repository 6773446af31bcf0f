/** A hundred thousand of the currency, with two digits after the mark: what lies above is a slip of the keyboard. */
export const MAX_PRICE_MINOR = 10_000_000;

export type PriceFault = 'priceUnreadable' | 'priceNegative' | 'priceTooHigh';
export type ReadPrice = { minor: number } | { fault: PriceFault };

const MINUS = /^[-−–]/;
/** Thousands may stand apart, by a space or by the mark that does not lead the fraction. */
const WHOLE = String.raw`\d+|\d{1,3}(?:[\s\u00A0\u202F']\d{3})+`;
const WITH_COMMAS = String.raw`\d{1,3}(?:,\d{3})+(?=\.)`;
const WITH_POINTS = String.raw`\d{1,3}(?:\.\d{3})+(?=,)`;

/**
 * `29`, `29,00`, `29.00`, `1 234,5` → minor units, whichever mark the typist is used to. `1.234` is refused where the currency has
 * two digits: it is a thousand to one person and a slip to another.
 */
export function readPrice(typed: string, fractionDigits: number): ReadPrice {
  const written = typed.trim();
  if (MINUS.test(written)) return { fault: 'priceNegative' };

  const fraction = fractionDigits > 0 ? String.raw`(?:[.,](\d{1,${fractionDigits}}))?` : '()';
  const parts = written.match(new RegExp(`^(${WITH_COMMAS}|${WITH_POINTS}|${WHOLE})${fraction}$`));
  if (!parts) return { fault: 'priceUnreadable' };

  const whole = (parts[1] ?? '').replace(/\D/g, '');
  const minor = Number(whole + (parts[2] ?? '').padEnd(fractionDigits, '0'));
  return minor > MAX_PRICE_MINOR ? { fault: 'priceTooHigh' } : { minor };
}
