import { describe, expect, test } from 'vitest';
import { changedDetails, changedMeanwhile, detailsProblems } from './policy.ts';

const ewa = {
  name: 'Ewa',
  company: '',
  class: 'regular',
  note: '',
  birthday: null,
  source: '',
  city: '',
  country: '',
  managerId: null,
  extra: {},
} as const;

describe('detailsProblems', () => {
  test('nobody was born tomorrow; today is a birthday', () => {
    expect(detailsProblems({ birthday: '2026-11-25' }, '2026-11-24')).toEqual({ birthday: 'birthdayInvalid' });
    expect(detailsProblems({ birthday: '2026-11-24' }, '2026-11-24')).toBeNull();
    expect(detailsProblems({ birthday: null }, '2026-11-24')).toBeNull();
  });
});

describe('changedDetails', () => {
  test('names only what was changed, from what to what', () => {
    expect(changedDetails(ewa, { ...ewa, class: 'vip', note: 'Gate code' })).toEqual({
      from: { class: 'regular', note: '' },
      to: { class: 'vip', note: 'Gate code' },
    });
  });

  test('nothing changed is nothing', () => {
    expect(changedDetails(ewa, { ...ewa })).toEqual({ from: {}, to: {} });
  });

  test('of the own fields only those that were changed, and one that is emptied is null', () => {
    const before = { ...ewa, extra: { a: 'x', b: 1 } };
    expect(changedDetails(before, { ...ewa, extra: { a: 'x', c: true } })).toEqual({
      from: { extra: { b: 1, c: null } },
      to: { extra: { b: null, c: true } },
    });
  });
});

describe('what a colleague changed meanwhile', () => {
  test('is what is neither as it was nor as it shall be', () => {
    const from = { name: 'Ewa', note: '', extra: { a: null, b: 1 } };
    const to = { name: 'Eva', note: 'Mine', extra: { a: 'mine', b: 2 } };
    const now = { ...ewa, note: 'Theirs', extra: { a: 'theirs', b: 2 } };
    expect(changedMeanwhile(from, to, now)).toEqual(['note', 'extra.a']);
  });
});
