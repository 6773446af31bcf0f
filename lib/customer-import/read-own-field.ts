import { readTypedNumber } from '../customer-fields/value.ts';
import { foldText } from '../folded-text.ts';
import { readDay } from './read-day.ts';
import type { FieldValue, LineProblemKey, OwnField } from './types.ts';

const MAX_TEXT_CHARACTERS = 500;
const YES = ['yes', 'y', 'true', '1', 'x', 'tak', 't', 'prawda'];
const NO = ['no', 'n', 'false', '0', 'nie', 'f', 'falsz'];

export type ReadValue = { value: FieldValue } | { problem: LineProblemKey };

/** What a cell that is not empty says for one of the organisation's own fields. */
export function readOwnField({ kind, choices }: OwnField, cell: string): ReadValue {
  switch (kind) {
    case 'text':
      return cell.length > MAX_TEXT_CHARACTERS ? { problem: 'tooLong' } : { value: cell };
    case 'number': {
      const value = readTypedNumber(cell);
      return value === null ? { problem: 'fieldNoNumber' } : { value };
    }
    case 'date': {
      const value = readDay(cell);
      return value === null ? { problem: 'fieldNoDate' } : { value };
    }
    case 'choice': {
      const value = choices.find((choice) => choice === cell) ?? choices.find((choice) => foldText(choice) === foldText(cell));
      return value === undefined ? { problem: 'fieldNoChoice' } : { value };
    }
    case 'yes_no': {
      const word = foldText(cell);
      if (YES.includes(word)) return { value: true };
      return NO.includes(word) ? { value: false } : { problem: 'fieldNoYesNo' };
    }
  }
}
