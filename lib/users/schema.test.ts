import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { refusedIn } from '../action-result.ts';
import { AddUser, SavePhone, UserTab } from './schema.ts';

const userId = randomUUID();
const connectionId = randomUUID();

function faultsOf(account: Record<string, unknown>) {
  const parsed = SavePhone.safeParse({ userId, account: { connectionId, ...account } });
  return parsed.success ? {} : refusedIn('account', parsed.error).fields;
}

describe('a phone account as it is typed', () => {
  test('is trimmed, but for the password, of which a space may be part', () => {
    const parsed = SavePhone.parse({ userId, account: { connectionId, login: ' olga ', extension: ' 101 ', password: ' p ' } });
    expect(parsed.account).toMatchObject({ login: 'olga', extension: '101', password: ' p ' });
  });

  test('[S0.3b] an empty password is none: the stored one stays', () => {
    expect(SavePhone.parse({ userId, account: { connectionId, password: '' } }).account?.password).toBeUndefined();
  });

  test('[S0.2] an extension is optional', () => {
    expect(faultsOf({ login: 'olga', extension: '' })).toEqual({});
  });

  test('a line break, which would begin a header or a setting of its own, is refused in every field', () => {
    expect(faultsOf({ login: 'a\nb' })).toEqual({ login: 'loginInvalid' });
    expect(faultsOf({ password: 'a\nb' })).toEqual({ password: 'pbxPasswordInvalid' });
    expect(faultsOf({ extension: '1\n0' })).toEqual({ extension: 'extensionInvalid' });
  });

  test('an extension is what events may name', () => {
    expect(faultsOf({ extension: 'Front_desk-1.a' })).toEqual({});
    expect(faultsOf({ extension: '10 1' })).toEqual({ extension: 'extensionInvalid' });
    expect(faultsOf({ extension: '1'.repeat(33) })).toEqual({ extension: 'extensionInvalid' });
  });
});

describe('a new user as it is typed', () => {
  const typed = { name: 'Iga', email: ' Iga@Example.COM ', role: 'operator', pointOfSaleId: null, password: 'long enough' };

  test('an address is kept as the sign-in looks for it', () => {
    expect(AddUser.parse(typed).email).toBe('iga@example.com');
  });

  test('what is wrong is named at its field', () => {
    const parsed = AddUser.safeParse({ ...typed, name: ' ', email: 'iga', password: 'short' });
    const faults = parsed.error && Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
    expect(faults).toEqual({ name: 'nameMissing', email: 'emailInvalid', password: 'passwordTooShort' });
  });
});

test('a tab that no link knows is the first', () => {
  expect(UserTab.parse({ tab: 'phone' }).tab).toBe('phone');
  expect(UserTab.parse({ tab: 'x' }).tab).toBe('profile');
  expect(UserTab.parse({ tab: ['phone', 'x'] }).tab).toBe('profile');
  expect(UserTab.parse({}).tab).toBe('profile');
});
