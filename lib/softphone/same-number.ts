// A number without its country still has this many digits; fewer would match strangers.
const SURE_DIGITS = 7;

/** Whether two ways of writing mean one number: `600100101` and `+48 600 100 101`, or twice the extension `103`. */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;

  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SURE_DIGITS && long.endsWith(short);
}

/** Without the zeros that lead out of a house or a country. */
function digitsOf(written: string): string {
  return written.replace(/\D/g, '').replace(/^0+/, '');
}
