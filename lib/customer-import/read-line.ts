import { readCell } from '../csv/cells.ts';
import { isGarbled } from '../csv/encoding.ts';
import type { CsvRecord } from '../csv/records.ts';
import { FIRST_BIRTH_YEAR, MAX_CUSTOMER_CHARACTERS, MAX_NUMBERS } from '../customers/limits.ts';
import { MAX_CHARACTERS } from '../deliveries/limits.ts';
import { readNumber } from '../phone-number.ts';
import { readClass } from './class-words.ts';
import { MAX_COLUMNS } from './limits.ts';
import { fieldKey } from './mapping.ts';
import { readDay } from './read-day.ts';
import { readOwnField } from './read-own-field.ts';
import type { LineAddress, LineCustomer, LineNumber, LineProblem, LineProblemKey, OwnField, ReadLine } from './types.ts';

export type LineReading = {
  /** What each column is. */
  columns: readonly string[];
  own: readonly OwnField[];
  /** For numbers without a country. */
  country: string;
  /** The organisation's day. */
  today: string;
};

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const BETWEEN_NUMBERS = /[;,|\n]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text may hold
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** The customer that a line says, or everything that is wrong with it. */
export function readLine(record: CsvRecord, reading: LineReading): ReadLine {
  const { line, cells } = record;
  const problems: LineProblem[] = [];
  // What no column says is wrong in none.
  const wrong = (key: LineProblemKey, column: number | null = null) =>
    void problems.push({ key, column: column === -1 ? null : column });

  if (record.problem) wrong(record.problem);
  if (cells.length > MAX_COLUMNS) wrong('tooManyCells');
  if (problems.length > 0) return { line, cells, problems };

  const said = new Said(cells, reading.columns, wrong);
  const customer: LineCustomer = {
    id: ID.test(said.text('id', 60)) ? said.text('id', 60).toLowerCase() : null,
    name: readName(said, wrong),
    company: said.text('company', MAX_CUSTOMER_CHARACTERS.company),
    class: readClassOf(said, wrong),
    note: said.text('note', MAX_CUSTOMER_CHARACTERS.note),
    city: said.text('city', MAX_CUSTOMER_CHARACTERS.city),
    country: said.text('country', MAX_CUSTOMER_CHARACTERS.country),
    birthday: readBirthday(said, reading.today, wrong),
    source: said.text('source', MAX_CUSTOMER_CHARACTERS.source),
    numbers: readNumbers(said, reading.country, wrong),
    address: readAddress(said, wrong),
    extra: readExtra(said, reading.own, wrong),
  };
  return problems.length > 0 ? { line, cells, problems } : { line, cells, customer };
}

type Wrong = (key: LineProblemKey, column?: number | null) => void;

/** The cells of a line by what they are. */
class Said {
  readonly #cells: readonly string[];
  readonly #columns: readonly string[];
  readonly #wrong: Wrong;
  readonly #wrongColumns = new Set<number>();

  constructor(cells: readonly string[], columns: readonly string[], wrong: Wrong) {
    this.#cells = cells;
    this.#columns = columns;
    this.#wrong = wrong;
  }

  column(field: string): number {
    return this.#columns.indexOf(field);
  }

  /** Whether something stands there, which is told as wrong already. */
  isWrong(fields: readonly string[]): boolean {
    return fields.some((field) => this.#wrongColumns.has(this.column(field)));
  }

  text(field: string, characters: number): string {
    return this.cell(this.column(field), characters);
  }

  /** All columns that are this field, those that say something. */
  all(field: string, characters: number): { column: number; text: string }[] {
    return this.#columns
      .map((name, column) => ({ column, text: name === field ? this.cell(column, characters) : '' }))
      .filter(({ text }) => text !== '');
  }

  cell(column: number, characters: number): string {
    const raw = this.#cells[column];
    if (!raw) return '';
    const whole = readCell(raw).replace(/\r\n?/g, '\n');
    const text = whole.trim();
    const problem = CONTROL.test(whole) ? 'controlCharacters' : problemOf(text, characters);
    if (problem && !this.#wrongColumns.has(column)) this.#wrong(problem, column);
    if (problem) this.#wrongColumns.add(column);
    return problem ? '' : text;
  }
}

function problemOf(text: string, characters: number): LineProblemKey | null {
  if (isGarbled(text) || !text.isWellFormed()) return 'garbled';
  return text.length > characters ? 'tooLong' : null;
}

function readName(said: Said, wrong: Wrong): string {
  const whole = said.text('name', MAX_CUSTOMER_CHARACTERS.name);
  const parts = [said.text('firstName', MAX_CUSTOMER_CHARACTERS.name), said.text('lastName', MAX_CUSTOMER_CHARACTERS.name)];
  const name = whole || parts.filter(Boolean).join(' ');
  if (name === '' && !said.isWrong(['name', 'firstName', 'lastName']))
    wrong('nameMissing', Math.max(said.column('name'), said.column('lastName'), said.column('firstName')));
  if (name.length > MAX_CUSTOMER_CHARACTERS.name) wrong('tooLong', said.column('lastName'));
  return name;
}

function readClassOf(said: Said, wrong: Wrong) {
  const word = said.text('class', 200);
  if (word === '') return null;
  const customerClass = readClass(word);
  if (!customerClass) wrong('classUnknown', said.column('class'));
  return customerClass;
}

function readBirthday(said: Said, today: string, wrong: Wrong): string | null {
  const written = said.text('birthday', 200);
  if (written === '') return null;
  const day = readDay(written);
  if (!day || Number(day.slice(0, 4)) < FIRST_BIRTH_YEAR) wrong('birthdayInvalid', said.column('birthday'));
  else if (day > today) wrong('birthdayInFuture', said.column('birthday'));
  return day;
}

function readNumbers(said: Said, country: string, wrong: Wrong): LineNumber[] {
  const numbers = new Map<string, LineNumber>();
  for (const { column, text } of said.all('number', MAX_CHARACTERS.phone * MAX_NUMBERS)) {
    for (const written of text.split(BETWEEN_NUMBERS).map((part) => readCell(part.trim()))) {
      if (written === '') continue;
      const number = written.length > MAX_CHARACTERS.phone ? null : readNumber(written, country);
      if (number?.kind !== 'number') wrong('numberUnreadable', column);
      else if (!numbers.has(number.e164)) numbers.set(number.e164, { raw: written, e164: number.e164, display: number.display });
    }
  }
  if (numbers.size > MAX_NUMBERS) wrong('tooLong', said.column('number'));
  return [...numbers.values()];
}

function readAddress(said: Said, wrong: Wrong): LineAddress | null {
  const address = {
    street: said.text('street', MAX_CHARACTERS.street),
    flat: said.text('flat', MAX_CHARACTERS.flat),
    district: said.text('district', MAX_CHARACTERS.district),
    city: said.text('addressCity', MAX_CHARACTERS.city),
    driverNote: said.text('driverNote', MAX_CHARACTERS.driverNote),
  };
  if (address.street !== '') return { ...address, city: address.city || said.text('city', MAX_CUSTOMER_CHARACTERS.city) };
  // A city alone says where they are; anything nearer is an address that misses its street.
  if (address.flat || address.district || address.driverNote) wrong('streetMissing', said.column('street'));
  return null;
}

function readExtra(said: Said, own: readonly OwnField[], wrong: Wrong): LineCustomer['extra'] {
  const extra: LineCustomer['extra'] = {};
  for (const field of own) {
    const column = said.column(fieldKey(field));
    const cell = said.cell(column, MAX_CHARACTERS.comment);
    if (cell === '') continue;
    const read = readOwnField(field, cell);
    if ('problem' in read) wrong(read.problem, column);
    else extra[field.id] = read.value;
  }
  return extra;
}
