import type { PreviewLine } from '@/lib/customer-import/preview';

/** A cell as it would be stored: a number in the way numbers are shown, a day as ISO writes it; as it is where the line is refused. */
export function shownCell({ cells, customer }: PreviewLine, index: number, field: string): string {
  const raw = cells[index] ?? '';
  if (!customer || raw.trim() === '') return raw;
  if (field === 'birthday') return customer.birthday ?? raw;
  if (field === 'class') return customer.class ?? raw;
  if (field !== 'number') return raw.trim();

  const digits = raw.replace(/\D/g, '');
  const shown = customer.numbers.filter((number) => raw.includes(number.raw) || digits.endsWith(number.e164.slice(-7)));
  return shown.length > 0 ? shown.map(({ display }) => display).join('; ') : raw;
}
