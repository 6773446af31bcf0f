import { describe, expect, test } from 'vitest';
import { applyChanges, withoutMissingModules } from './configuration.ts';

const PJSIP = `; a comment
[login](!)
type = auth
[101](browser)
auth = 101
[101](login)
password = CHANGE-101 ; CHANGE: openssl rand -hex 16
[trunk]
;password = not this one
match => 203.0.113.10 ; CHANGE
`;

const change = (section: string, key: string, value: string) => ({ file: 'pjsip.conf', section, key, value });

describe('applyChanges', () => {
  test('sets a value where it stands, in whichever section of that name has it', () => {
    expect(applyChanges('pjsip.conf', PJSIP, [change('101', 'password', 'secret')])).toBe(
      PJSIP.replace('CHANGE-101 ; CHANGE: openssl rand -hex 16', 'secret'),
    );
  });

  test('keeps the arrow of those who like arrows, and all comments elsewhere', () => {
    expect(applyChanges('pjsip.conf', PJSIP, [change('trunk', 'match', '127.0.0.2')])).toContain('match => 127.0.0.2\n');
    expect(applyChanges('pjsip.conf', PJSIP, [change('trunk', 'match', '127.0.0.2')])).toContain('; a comment');
  });

  test('leaves other files alone', () => {
    expect(applyChanges('rtp.conf', 'rtpstart = 1\n', [change('general', 'rtpstart', '2')])).toBe('rtpstart = 1\n');
  });

  test('throws where the documented file has no such value, commented out or not', () => {
    expect(() => applyChanges('pjsip.conf', PJSIP, [change('trunk', 'password', 'x')])).toThrow(
      'pjsip.conf has no "password" in [trunk]',
    );
    expect(() => applyChanges('pjsip.conf', PJSIP, [change('102', 'password', 'x')])).toThrow('[102]');
  });
});

test('a module that this Asterisk does not have is not asked for', () => {
  const text = '[modules]\nautoload = no\nload = codec_opus.so\nload => chan_pjsip.so\n; load = old.so\n';
  expect(withoutMissingModules(text, (module) => module === 'chan_pjsip.so')).toBe(
    '[modules]\nautoload = no\nload => chan_pjsip.so\n; load = old.so\n',
  );
});
