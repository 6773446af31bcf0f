import { describe, expect, test } from 'vitest';
import { guessByContent, guessByHeader, guessHasHeader } from './mapping.ts';
import { type KnownCustomer, type KnownPeople, planLine } from './plan.ts';
import { readDay } from './read-day.ts';
import { readLine } from './read-line.ts';
import { readOwnField } from './read-own-field.ts';
import { settingsProblem } from './settings.ts';
import type { KnownChoice, LineCustomer, OwnField } from './types.ts';

const shoe: OwnField = { id: '0190a6b0-0000-7000-8000-000000000001', label: 'Shoe size', kind: 'number', choices: [] };
const NUMBER = { raw: '600100105', e164: '+48600100105', display: '+48 600 100 105' };

describe('guessing what columns are', () => {
  test('by English and Polish words, whatever their case, accents and signs; own fields by their labels', () => {
    expect(guessByHeader(['Imię i nazwisko', 'NR-TELEFONU:', 'Phone 2', 'Firma', 'Shoe SIZE', 'Humour'], [shoe])).toEqual([
      'name',
      'number',
      'number',
      'company',
      `field:${shoe.id}`,
      '',
    ]);
    expect(guessByHeader(['First name', 'Nazwisko', 'Data urodzenia', 'Miejscowość'], [])).toEqual([
      'firstName',
      'lastName',
      'birthday',
      'city',
    ]);
  });

  test('a field is guessed once, and only numbers may repeat', () => {
    expect(guessByHeader(['Name', 'Nazwa', 'Tel', 'Mobile'], [])).toEqual(['name', '', 'number', 'number']);
  });

  test('by what stands in them, where there is no header', () => {
    expect(
      guessByContent([
        ['600 100 105', 'Helena Wójcik', '24.12.1990', 'x1'],
        ['+48 22 555 00 11', 'Adam', '1990-01-01', ''],
      ]),
    ).toEqual(['number', 'name', 'birthday', '']);
  });

  test('a first line without digits above one with them names the columns', () => {
    expect(
      guessHasHeader(
        [
          ['Whom', 'Dial'],
          ['A', '600100105'],
        ],
        [],
      ),
    ).toBe(true);
    expect(
      guessHasHeader(
        [
          ['A', '600100106'],
          ['B', '600100105'],
        ],
        [],
      ),
    ).toBe(false);
    expect(guessHasHeader([], [])).toBe(false);
  });

  test('a customer needs a name, and no field stands in two columns', () => {
    expect(settingsProblem({ columns: ['number', 'number', 'city'] })).toBe('noName');
    expect(settingsProblem({ columns: ['name', 'city', 'city'] })).toBe('twice');
    expect(settingsProblem({ columns: ['firstName', 'number', 'number', '', ''] })).toBeNull();
  });
});

describe('readLine', () => {
  const read = (cells: string[], columns: string[]) =>
    readLine({ line: 2, cells, problem: null }, { columns, own: [shoe], country: 'PL', today: '2026-11-28' });

  test('first and last name are one name, and several numbers may stand in one cell or in several', () => {
    const line = read(['Jan', 'Kos', '600100105; 22 555 00 11', "'+48600100105"], ['firstName', 'lastName', 'number', 'number']);
    expect(line).toMatchObject({ customer: { name: 'Jan Kos', numbers: [{ e164: '+48600100105' }, { e164: '+48225550011' }] } });
  });

  test('everything that is wrong is told at once, each with its column', () => {
    expect(
      read(['', '12', 'gold', '31.02.1990', 'big'], ['name', 'number', 'class', 'birthday', `field:${shoe.id}`]),
    ).toMatchObject({
      problems: [
        { key: 'nameMissing', column: 0 },
        { key: 'classUnknown', column: 2 },
        { key: 'birthdayInvalid', column: 3 },
        { key: 'numberUnreadable', column: 1 },
        { key: 'fieldNoNumber', column: 4 },
      ],
    });
  });

  test('what no column says is wrong in none', () => {
    expect(read(['600100105'], ['number'])).toMatchObject({ problems: [{ key: 'nameMissing', column: null }] });
  });

  test.each(['101', 'anonymous', '0000', '+48'])('[R28] %j is nobody’s number', (number) =>
    expect(read(['A', number], ['name', 'number'])).toMatchObject({ problems: [{ key: 'numberUnreadable', column: 1 }] }),
  );

  test('[R27] NUL and halves of surrogates are refused, a birthday of today is not', () => {
    expect(read(['A\u0000'], ['name'])).toMatchObject({ problems: [{ key: 'controlCharacters', column: 0 }] });
    expect(read(['A\uD800'], ['name'])).toMatchObject({ problems: [{ key: 'garbled', column: 0 }] });
    expect(read(['A', '2026-11-28'], ['name', 'birthday'])).toMatchObject({ customer: { birthday: '2026-11-28' } });
    expect(read(['A', '2026-11-29'], ['name', 'birthday'])).toMatchObject({ problems: [{ key: 'birthdayInFuture', column: 1 }] });
  });

  test('a name of 120 characters is stored, of 121 refused', () => {
    expect(read(['x'.repeat(120)], ['name'])).toHaveProperty('customer');
    expect(read(['x'.repeat(121)], ['name'])).toMatchObject({ problems: [{ key: 'tooLong', column: 0 }] });
  });

  test('a city alone is no address; a flat without a street is', () => {
    expect(read(['A', 'Kraków'], ['name', 'city'])).toMatchObject({ customer: { city: 'Kraków', address: null } });
    expect(read(['A', '4'], ['name', 'flat'])).toMatchObject({ problems: [{ key: 'streetMissing' }] });
  });
});

test.each([
  ['24.12.1990', '1990-12-24'],
  ['1/2/2000', '2000-02-01'],
  ['2000-2-1', '2000-02-01'],
  ['29.02.2001', null],
  ['yesterday', null],
])('%j is the day %j', (written, day) => expect(readDay(written)).toBe(day));

test.each([
  ['number', '1 234,5', { value: 1234.5 }],
  ['number', 'many', { problem: 'fieldNoNumber' }],
  ['yes_no', 'TAK', { value: true }],
  ['yes_no', '0', { value: false }],
  ['yes_no', 'perhaps', { problem: 'fieldNoYesNo' }],
  ['choice', 'żółty', { value: 'Żółty' }],
  ['choice', 'red', { problem: 'fieldNoChoice' }],
  ['date', '24.12.1990', { value: '1990-12-24' }],
  ['text', 'x'.repeat(501), { problem: 'tooLong' }],
] as const)('a field of kind %s reads %j', (kind, cell, read) =>
  expect(readOwnField({ ...shoe, kind, choices: ['Żółty'] }, cell)).toEqual(read),
);

describe('planLine', () => {
  const line = (change: Partial<LineCustomer> = {}): LineCustomer => ({
    ...{ id: null, name: 'Helena', company: '', class: null, note: '', city: '', country: '', birthday: null, source: '' },
    ...{ numbers: [NUMBER], address: null, extra: {} },
    ...change,
  });
  const known = (change: Partial<KnownCustomer> = {}): KnownCustomer => ({
    ...{ id: 'h', name: 'Helena', company: '', note: '', city: '', country: '', birthday: null, source: '', extra: {} },
    ...{ numbers: [NUMBER.e164], hasAddress: false },
    ...change,
  });
  function people(...customers: KnownCustomer[]): KnownPeople {
    const ownersOf = new Map<string, string[]>();
    for (const { id, numbers } of customers) for (const e164 of numbers) ownersOf.set(e164, [...(ownersOf.get(e164) ?? []), id]);
    return { customers: new Map(customers.map((each) => [each.id, each])), ownersOf, withoutNumber: new Map() };
  }
  const plan = (customer: LineCustomer, among: KnownPeople, choice: KnownChoice = 'fill') =>
    planLine(customer, { people: among, choice, newId: () => 'new' });

  test('nothing that is written is overwritten; what is empty is filled', () => {
    const step = plan(
      line({ note: 'new', city: 'Kraków', extra: { a: 1, b: 2 } }),
      people(known({ note: 'old', extra: { a: 9 } })),
    );
    expect(step).toMatchObject({ kind: 'fill', filling: { note: '', city: 'Kraków', extra: { b: 2 } } });
  });

  test('a class that somebody gave is never changed', () => {
    expect(plan(line({ class: 'vip' }), people(known()))).toEqual({ kind: 'skip', customerId: 'h' });
  });

  test('[S1.15a] a number of somebody else is neither taken nor shared without a person who says so', () => {
    const other = { raw: '', e164: '+48600100106', display: '' };
    const among = () => people(known(), known({ id: 'o', name: 'Other', numbers: [other.e164] }));
    expect(plan(line({ numbers: [NUMBER, other] }), among())).toEqual({ kind: 'refuse', key: 'numbersOfSeveral' });
    expect(plan(line({ numbers: [NUMBER, other] }), among(), 'add')).toMatchObject({ kind: 'fill', numbers: [other] });
  });

  test('[R30] of several with one number the one who is called so is meant, by id before all', () => {
    const among = () => people(known({ id: 'a', name: 'Anna' }), known({ id: 'p', name: 'Piotr' }));
    expect(plan(line({ name: 'PIOTR' }), among())).toMatchObject({ customerId: 'p' });
    expect(plan(line({ name: 'Zenon' }), among())).toEqual({ kind: 'refuse', key: 'ownersUnclear' });
    expect(plan(line({ name: 'Zenon', id: 'a' }), among())).toMatchObject({ customerId: 'a' });
  });

  test('what a line adds is known to the lines behind it', () => {
    const among = people();
    expect(plan(line(), among)).toMatchObject({ kind: 'add' });
    expect(plan(line({ city: 'Kraków' }), among)).toMatchObject({ kind: 'fill', customerId: 'new' });
    expect(plan(line({ city: 'Łódź' }), among)).toEqual({ kind: 'skip', customerId: 'new' });
  });
});
