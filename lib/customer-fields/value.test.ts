import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_KINDS } from './types.ts';
import { readFieldValue, readTypedNumber, toFieldValues, withValues } from './value.ts';

const choices = ['Gold', 'Silver'];

describe('the value of an own field', () => {
  test.each([
    ['text', '  Likes jazz ', { value: 'Likes jazz' }],
    ['text', 'Zo\u0000fia', { value: 'Zofia' }],
    ['text', 'x'.repeat(501), { problem: 'tooLong' }],
    ['text', 5, { problem: 'fieldNoText' }],
    ['number', 12.5, { value: 12.5 }],
    ['number', 0, { value: 0 }],
    ['number', '12', { problem: 'fieldNoNumber' }],
    ['number', Number.NaN, { problem: 'fieldNoNumber' }],
    ['number', 1e300, { problem: 'fieldNoNumber' }],
    ['date', '2026-02-28', { value: '2026-02-28' }],
    ['date', '2026-02-30', { problem: 'fieldNoDate' }],
    ['date', 'soon', { problem: 'fieldNoDate' }],
    ['choice', 'Gold', { value: 'Gold' }],
    ['choice', 'Lead', { problem: 'fieldNoChoice' }],
    ['yes_no', false, { value: false }],
    ['yes_no', 'yes', { problem: 'fieldNoYesNo' }],
  ] as const)('%s: %j', (kind, raw, expected) => {
    expect(readFieldValue({ kind, choices }, raw)).toEqual(expected);
  });

  test('nothing is nothing in every kind', () => {
    for (const kind of FIELD_KINDS) {
      for (const raw of [null, undefined, '', '  ']) expect(readFieldValue({ kind, choices }, raw)).toEqual({ value: null });
    }
  });

  test('what was read once reads the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.anything(), (kind, raw) => {
        const read = readFieldValue({ kind, choices }, raw);
        if ('value' in read) expect(readFieldValue({ kind, choices }, read.value)).toEqual(read);
      }),
    );
  });
});

test.each([
  ['1 234,5', 1234.5],
  ['-7', -7],
  ['.5', 0.5],
  ['12a', null],
  ['', null],
  ['1,2,3', null],
])('a number typed as %j is %j', (typed, number) => {
  expect(readTypedNumber(typed)).toBe(number);
});

test('what is stored is read without what is no value, and nothing is not kept', () => {
  expect(toFieldValues({ a: 'x', b: null, c: { d: 1 }, e: false })).toEqual({ a: 'x', e: false });
  expect(toFieldValues(null)).toEqual({});
  expect(withValues({ a: 'x', b: 1 }, { a: null, c: true })).toEqual({ b: 1, c: true });
});
