/** How an organisation writes money: the digits behind its mark, and what stands for its currency (`zł`, `PLN`). */
export type MoneyNotation = { fractionDigits: number; currencyWords: string[] };
export type MoneyTyped = { kind: 'read'; minor: number } | { kind: 'unreadable' } | { kind: 'negative' };

const MINUS = /^[-−–]/;
/** Thousands may stand apart, by a space or by the mark that does not lead the fraction. */
const WHOLE = String.raw`\d+|\d{1,3}(?:[\s\u00A0\u202F']\d{3})+`;
const WITH_COMMAS = String.raw`\d{1,3}(?:,\d{3})+(?=\.)`;
const WITH_POINTS = String.raw`\d{1,3}(?:\.\d{3})+(?=,)`;

/**
 * `29`, `29,00 zł`, `29.00`, `1 234,5` → minor units, whichever mark the typist is used to, also while a fraction is still to come
 * (`29,`). `1.234` is refused where the currency has two digits: it is a thousand to one person and a slip to another.
 */
export function readMoney(typed: string, { fractionDigits, currencyWords }: MoneyNotation): MoneyTyped {
  const written = withoutCurrency(typed.trim(), currencyWords);
  if (MINUS.test(written)) return { kind: 'negative' };

  const fraction = fractionDigits > 0 ? String.raw`(?:[.,](\d{0,${fractionDigits}}))?` : '()';
  const parts = written.match(new RegExp(`^(${WITH_COMMAS}|${WITH_POINTS}|${WHOLE})${fraction}$`));
  if (!parts) return { kind: 'unreadable' };

  const whole = (parts[1] ?? '').replace(/\D/g, '');
  return { kind: 'read', minor: Number(whole + (parts[2] ?? '').padEnd(fractionDigits, '0')) };
}

/** Before the amount or behind it, as countries differ. */
function withoutCurrency(written: string, words: string[]): string {
  const folded = written.toLowerCase();
  for (const word of words.map((each) => each.toLowerCase())) {
    if (folded.startsWith(word)) return written.slice(word.length).trim();
    if (folded.endsWith(word)) return written.slice(0, -word.length).trim();
  }
  return written;
}
