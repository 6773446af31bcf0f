import { describe, expect, test } from 'vitest';
import type { Migration } from './migrations.ts';
import { type Applied, planMigrations } from './plan.ts';

const file = (name: string, checksum = `sum of ${name}`): Migration => ({ name, checksum, sql: '' });
const row = (name: string, overrides: Partial<Applied> = {}): Applied => ({
  name,
  checksum: `sum of ${name}`,
  isFinished: true,
  ...overrides,
});

describe('planMigrations', () => {
  test('on an empty database everything is pending, oldest first', () => {
    const files = [file('1_initial'), file('2_missed_calls')];
    expect(planMigrations(files, [])).toEqual({ isRefused: false, pending: files });
  });

  test('what is applied is not applied again', () => {
    expect(planMigrations([file('1_initial'), file('2_missed_calls')], [row('1_initial')])).toMatchObject({
      pending: [{ name: '2_missed_calls' }],
    });
  });

  test.each<[string, Migration[], Applied[], RegExp]>([
    ['a file that changed after it was applied', [file('1_initial', 'another')], [row('1_initial')], /1_initial was changed/],
    ['an applied migration whose file is gone', [], [row('1_initial')], /belongs to a newer version/],
    ['one that never finished', [file('1_initial')], [row('1_initial', { isFinished: false })], /never finished/],
    ['one dated before the newest applied', [file('1_late'), file('2_initial')], [row('2_initial')], /older than 2_initial/],
  ])('refuses %s', (_, files, applied, why) => {
    expect(planMigrations(files, applied)).toMatchObject({ isRefused: true, why: expect.stringMatching(why) });
  });
});
