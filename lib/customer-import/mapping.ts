import { foldText } from '../folded-text.ts';
import { HEADER_WORDS } from './header-words.ts';
import type { OwnField } from './types.ts';

/** Several columns may be numbers of one customer; anything else is said once. */
const MAY_REPEAT = 'number';
const NUMBERED = /\s*#?\d{1,2}$/;
const PHONE = /^[+(]?[\d\s()./-]{7,20}$/;
const DAY = /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/;

export function fieldKey({ id }: Pick<OwnField, 'id'>): string {
  return `field:${id}`;
}

/** What each column is by the word above it; '' for what is not known. */
export function guessByHeader(header: readonly string[], own: readonly OwnField[]): string[] {
  const taken = new Set<string>();
  return header.map((title) => {
    const field = fieldCalled(title, own);
    if (!field || (taken.has(field) && field !== MAY_REPEAT)) return '';
    taken.add(field);
    return field;
  });
}

/** What each column is by what stands in it, where nothing stands above: numbers, a birthday, and the first text is the name. */
export function guessByContent(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const taken = new Set<string>();
  return Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    const field = kindOfCells(cells);
    if (!field || (taken.has(field) && field !== MAY_REPEAT)) return '';
    taken.add(field);
    return field;
  });
}

/** Whether the first row names the columns: one of its words is known, or it alone has no digit. */
export function guessHasHeader(rows: readonly (readonly string[])[], own: readonly OwnField[]): boolean {
  const [first, second] = rows;
  if (!first) return false;
  if (guessByHeader(first, own).some(Boolean)) return true;
  const hasDigit = (row: readonly string[]) => row.some((cell) => /\d/.test(cell));
  return second !== undefined && !hasDigit(first) && hasDigit(second);
}

function fieldCalled(title: string, own: readonly OwnField[]): string | null {
  const words = wordsOf(title);
  if (words === '') return null;
  const ownField = own.find(({ label }) => wordsOf(label) === words);
  if (ownField) return fieldKey(ownField);

  const plain = words.replace(NUMBERED, '');
  const known = Object.entries(HEADER_WORDS).find(([, names]) => names.includes(words) || names.includes(plain));
  return known?.[0] ?? null;
}

/** `Nr-Telefonu:` → `nr telefonu`. */
function wordsOf(title: string): string {
  return foldText(title)
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

function kindOfCells(cells: string[]): string | null {
  if (cells.length === 0) return null;
  if (cells.every((cell) => DAY.test(cell))) return 'birthday';
  if (cells.every((cell) => PHONE.test(cell) && cell.replace(/\D/g, '').length >= 7)) return 'number';
  return cells.every((cell) => /\p{L}/u.test(cell)) ? 'name' : null;
}
