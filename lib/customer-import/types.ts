import type { CustomerClass } from '../caller-card/types.ts';

/** What a column of the file may be. An own field of the organisation is `field:<its id>`; a column that is left out is ''. */
export const IMPORT_FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'company',
  'class',
  'note',
  'number',
  'city',
  'country',
  'birthday',
  'source',
  'street',
  'flat',
  'district',
  'addressCity',
  'driverNote',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What happens to a customer whose number is known already. */
export const KNOWN_CHOICES = ['fill', 'skip', 'add'] as const;
export type KnownChoice = (typeof KNOWN_CHOICES)[number];

/** Why a line, or a cell of it, cannot be stored; each has a sentence under `customerImport.problems`. */
export const LINE_PROBLEMS = [
  'quoteOpen',
  'lineTooLong',
  'tooManyCells',
  'garbled',
  'controlCharacters',
  'nameMissing',
  'tooLong',
  'numberUnreadable',
  'classUnknown',
  'birthdayInvalid',
  'birthdayInFuture',
  'streetMissing',
  'fieldNoNumber',
  'fieldNoDate',
  'fieldNoChoice',
  'fieldNoYesNo',
  'ownersUnclear',
  'numbersOfSeveral',
] as const;
export type LineProblemKey = (typeof LINE_PROBLEMS)[number];

/** `column` is which of the file's, from 0; null where it is the line as a whole. */
export type LineProblem = { key: LineProblemKey; column: number | null };

export type LineNumber = { raw: string; e164: string; display: string };
export type LineAddress = { street: string; flat: string; district: string; city: string; driverNote: string };
export type FieldValue = string | number | boolean;

/** A customer as a line says it. What it does not say is empty. */
export type LineCustomer = {
  id: string | null;
  name: string;
  company: string;
  class: CustomerClass | null;
  note: string;
  city: string;
  country: string;
  /** ISO. */
  birthday: string | null;
  source: string;
  numbers: LineNumber[];
  address: LineAddress | null;
  extra: Record<string, FieldValue>;
};

export type ReadLine = { line: number; cells: string[] } & ({ customer: LineCustomer } | { problems: LineProblem[] });

export type OwnField = { id: string; label: string; kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no'; choices: string[] };
