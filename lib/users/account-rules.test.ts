import { describe, expect, test } from 'vitest';
import { accountFault, merged } from './account-rules.ts';

describe('what an account becomes', () => {
  test('[S0.2] an extension that is left empty is the login', () => {
    expect(merged(null, { login: '104' })).toEqual({ login: '104', extension: '104' });
    expect(merged({ login: '104', extension: '204' }, { extension: '' })).toEqual({ login: '104', extension: '104' });
  });

  test('what was not changed stays', () => {
    expect(merged({ login: 'olga', extension: '101' }, { login: 'olga2' })).toEqual({ login: 'olga2', extension: '101' });
    expect(merged({ login: 'olga', extension: '101' }, {})).toEqual({ login: 'olga', extension: '101' });
  });
});

describe('why an account cannot be so', () => {
  const account = { login: '102', extension: '102' };
  const oskar = { ...account, owner: 'Oskar Operator' };

  test('a free extension is fine', () => {
    expect(accountFault(account, null, [])).toBeNull();
    expect(accountFault(account, '^1\\d\\d$', [])).toBeNull();
  });

  test('[S2.7a] an extension belongs to one user at a PBX, and whose it is is told', () => {
    expect(accountFault({ ...account, login: 'x' }, null, [oskar])).toEqual({
      kind: 'extensionTaken',
      extension: '102',
      owner: 'Oskar Operator',
    });
  });

  test('[S2.7a] so does a login', () => {
    expect(accountFault({ ...account, extension: '104' }, null, [oskar])).toEqual({
      kind: 'loginTaken',
      login: '102',
      owner: 'Oskar Operator',
    });
  });

  test('many may still be without a login', () => {
    expect(accountFault({ login: '', extension: '104' }, null, [{ ...oskar, login: '' }])).toBeNull();
  });

  test('an extension has to be named as the PBX names its operators', () => {
    expect(accountFault({ ...account, extension: '201' }, '^1\\d\\d$', [])).toEqual({
      kind: 'extensionUnfit',
      pattern: '^1\\d\\d$',
    });
  });

  test('a login that is no extension cannot stand in for one', () => {
    expect(accountFault({ login: '', extension: '' }, null, [])).toEqual({ kind: 'extensionMissing' });
    expect(accountFault({ login: 'a@b', extension: 'a@b' }, null, [])).toEqual({ kind: 'extensionMissing' });
  });
});
