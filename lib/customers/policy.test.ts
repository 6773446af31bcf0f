import { describe, expect, test } from 'vitest';
import { changedDetails, detailsProblems } from './policy.ts';

const ewa = { name: 'Ewa', company: '', class: 'regular', note: '', birthday: null, source: '' } as const;

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
});
