import { describe, expect, test } from 'vitest';
import { db } from '../../lib/db/client.ts';
import { readAdmin, requireStrong } from './arguments.ts';
import { storeAdmin } from './store-admin.ts';

const WORDS = ['--email', ' Ada@Example.com ', '--name', 'Ada', '--time-zone', 'Europe/Warsaw', '--currency', 'PLN'];

describe('storeAdmin', () => {
  test('makes the first admin and the organisation', async () => {
    await storeAdmin(db, readAdmin(WORDS), 'hash');

    expect(await db.user.findMany({ select: { email: true, role: true, isDemo: true } })).toEqual([
      { email: 'ada@example.com', role: 'admin', isDemo: false },
    ]);
    expect(await db.organisation.findMany()).toMatchObject([{ id: 1, timeZone: 'Europe/Warsaw', currency: 'PLN' }]);
  });

  test('a second admin leaves the organisation as it is', async () => {
    await storeAdmin(db, readAdmin(['--email', 'second@example.com', '--currency', 'USD']), 'hash');
    expect(await db.organisation.findMany()).toMatchObject([{ currency: 'PLN' }]);
  });

  test('an address that has an account is refused', async () => {
    await expect(storeAdmin(db, readAdmin(WORDS), 'hash')).rejects.toThrow('ada@example.com has an account already.');
  });
});

describe('readAdmin', () => {
  test.each<[string, string[], RegExp]>([
    ['no address', [], /--email must be an address/],
    ['a word that is no address', ['--email', 'ada'], /--email must be an address/],
    ['an unknown time zone', ['--email', 'a@b.example', '--time-zone', 'Mars/Olympus'], /--time-zone must be a time zone/],
    ['a currency in small letters', ['--email', 'a@b.example', '--currency', 'pln'], /--currency must be a currency code/],
    ['an unknown word', ['--mail', 'a@b.example'], /Unknown option/],
  ])('refuses %s', (_, words, why) => {
    expect(() => readAdmin(words)).toThrow(why);
  });

  test('a short password is refused', () => {
    expect(() => requireStrong('short')).toThrow('at least 10 characters');
  });
});
