import { afterEach, describe, expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import { testConnection } from './connection-test.ts';
import { PBX_PROBLEMS } from './problems.ts';
import { type AsteriskDouble, buildEndpoint, type Furniture, LOOPBACK, SECRET, startAsteriskDouble } from './testing.ts';

let asterisk: AsteriskDouble | undefined;
afterEach(() => asterisk?.stop());

const endpoints = [
  buildEndpoint('101'),
  buildEndpoint('102', { Contacts: '', DeviceState: 'Unavailable' }),
  buildEndpoint('trunk'),
];

async function verdict(furniture: Partial<Furniture>, settings: { secret?: string; trunks?: string[] } = {}) {
  asterisk = await startAsteriskDouble({ endpoints, ...furniture });
  const ami = { host: 'pbx.lan', port: asterisk.port, tls: false, user: 'offhook', secret: settings.secret ?? SECRET };
  const config = { trunks: settings.trunks ?? ['trunk'], extension: /^10\d$/ };
  return testConnection({ ami, config, dialContext: 'offhook-operators', resumeContext: 'offhook-resume' }, LOOPBACK);
}

describe('testing a connection', () => {
  test('says what it found when all is well, and changes nothing', async () => {
    expect(await verdict({})).toEqual({
      ok: true,
      facts: { version: '22.10.1', operators: ['101', '102'], registered: ['101'] },
    });
    const harmless = ['Challenge', 'Login', 'ListCommands', 'Originate', 'PJSIPShowEndpoints', 'ShowDialPlan', 'CoreSettings'];
    expect([...new Set(asterisk?.asked.map(({ name }) => name))].toSorted()).toEqual(harmless.toSorted());
  });

  test.each([
    ['the secret is wrong', {}, { secret: 'wrong' }, { problem: 'loginRefused' }],
    ['the account may not place calls', { denied: ['Originate'] }, {}, { problem: 'noPermission' }],
    ['it is too old to read out its database', { denied: ['DBGetTree'] }, {}, { problem: 'asteriskTooOld' }],
    ['the account hears of no calls', { hearsCalls: false }, {}, { problem: 'noPermission' }],
    ['events carry no time', { timestamps: false }, {}, { problem: 'timestampsMissing' }],
    ['no endpoint is an operator’s', { endpoints: [buildEndpoint('trunk')] }, {}, { problem: 'patternMatchesNobody' }],
    ['a trunk is misspelt', {}, { trunks: ['trunk', 'trnk'] }, { problem: 'trunkMissing', name: 'trnk' }],
    ['a context is not there', { contexts: ['offhook-operators'] }, {}, { problem: 'contextMissing', name: 'offhook-resume' }],
    ['something else listens', { banner: 'SSH-2.0-OpenSSH' }, {}, { problem: 'notAsterisk' }],
  ])('says so when %s', async (_, furniture, settings, expected) => {
    expect(await verdict(furniture, settings)).toEqual({ ok: false, ...expected });
  });

  test('every problem has a sentence', () => {
    expect(Object.keys(en.pbx.problems).toSorted()).toEqual(PBX_PROBLEMS.toSorted());
  });
});
