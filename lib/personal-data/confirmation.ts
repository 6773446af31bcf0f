import { foldText } from '../folded-text.ts';
import { readNumber } from '../phone-number.ts';
import { type Asked, toType } from './to-type.ts';

/** Whether that was typed, a number in any notation. */
export function isConfirmed(person: Asked, typed: string, country: string): boolean {
  const wanted = toType(person);
  if (wanted === '') return false;
  if (!wanted.startsWith('+')) return foldText(typed) === foldText(wanted);

  const number = readNumber(typed, country);
  return number.kind === 'number' && number.e164 === wanted;
}
