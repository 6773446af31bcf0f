import { describe, expect, test } from 'vitest';
import { DEMO_WEBHOOK_SECRET } from '../../lib/demo-credentials.ts';
import { readArguments } from './arguments.ts';

const DEFAULT_URL = 'http://127.0.0.1:3000';
const commandOf = (line: string) => readArguments(line.split(' '), DEFAULT_URL).command;

describe('what is asked for', () => {
  test('a ring as the contract writes it', () => {
    expect(commandOf('ring --from +48600100101 --line +48221000001 --extension 101')).toEqual({
      verb: 'ring',
      from: '+48600100101',
      line: '+48221000001',
      extensions: ['101'],
      name: undefined,
    });
  });

  test.each(['--extension 101,102', '--extension 101 --extension 102', '--extension 101,102,101'])(
    'a ring group: %s',
    (words) => {
      expect(commandOf(`ring ${words}`)).toMatchObject({ extensions: ['101', '102'] });
    },
  );

  test('a plain ring is Vera on the delivery hotline at Olga', () => {
    expect(commandOf('ring')).toMatchObject({ from: '+48600100101', line: '+48221000001', extensions: ['101'] });
  });

  test('somebody outside, on the real PBX of the demo', () => {
    expect(commandOf('outside --from +48600100102')).toEqual({
      verb: 'outside',
      from: '+48600100102',
      line: '+48221000001',
      ends: false,
    });
    expect(commandOf('outside --end')).toMatchObject({ verb: 'outside', ends: true });
  });

  test('[R29] a withheld number', () => {
    expect(commandOf('ring --from anonymous')).toMatchObject({ from: 'anonymous' });
  });

  test.each(['answer', 'hold', 'resume', 'hangup', 'miss', 'busy'])('%s means the last call unless one is named', (verb) => {
    expect(commandOf(verb)).toMatchObject({ verb, callId: undefined });
    expect(commandOf(`${verb} --call abc`)).toMatchObject({ verb, callId: 'abc' });
  });

  test('a transfer, blind or attended', () => {
    expect(commandOf('transfer --to 103')).toMatchObject({ to: '103', isAttended: false });
    expect(commandOf('transfer --to 103 --attended')).toMatchObject({ to: '103', isAttended: true });
  });

  test('stories take their name and their pace', () => {
    expect(commandOf('replay inbound_answered --fast')).toEqual({ verb: 'replay', sample: 'inbound_answered', isFast: true });
    expect(commandOf('scenario busy-hour --minutes 0.5')).toMatchObject({ scenario: 'busy-hour', isFast: false, minutes: 0.5 });
  });

  test('no words at all, or --help anywhere, is a call for help', () => {
    expect(readArguments([], DEFAULT_URL).command).toEqual({ verb: 'help' });
    expect(commandOf('ring --help')).toEqual({ verb: 'help' });
  });
});

describe('where it goes', () => {
  test('to the demo on this machine', () => {
    expect(readArguments(['ring'], DEFAULT_URL).where).toEqual({
      url: DEFAULT_URL,
      source: 'practice',
      secret: DEMO_WEBHOOK_SECRET,
    });
  });

  test('or wherever it is pointed', () => {
    const { where } = readArguments(
      'ring --url https://desk.example --source office --secret whsec_YQ=='.split(' '),
      DEFAULT_URL,
    );
    expect(where).toEqual({ url: 'https://desk.example', source: 'office', secret: 'whsec_YQ==' });
  });
});

describe('what cannot be done is said in one sentence', () => {
  test.each([
    ['rign', 'There is no command "rign"'],
    ['ring --form 1', "Unknown option '--form'"],
    ['ring --extension', "'--extension <value>' argument missing"],
    ['ring --extension 10%1', '"10%1" is not an extension'],
    ['ring 101 102', 'Too many words'],
    ['ring --url nowhere', '"nowhere" is not an address'],
    ['ring --url ftp://desk.example', 'is not an address'],
    ['transfer', 'Whom to transfer to?'],
    ['register', 'Which device?'],
    ['replay', 'Which sample?'],
    ['replay inbound', 'There is no sample "inbound"'],
    ['scenario quiet-hour', 'There is no scenario "quiet-hour"'],
    ['scenario busy-hour --minutes 0', '--minutes takes a number'],
    ['scenario busy-hour --minutes soon', '--minutes takes a number'],
  ])('%s', (line, sentence) => {
    expect(() => commandOf(line)).toThrow(sentence);
  });
});
