import { expect, test } from 'vitest';
import { whatEndKeyDoes } from './end-key.ts';
import { whatPhoneCan } from './what-phone-can.ts';

const browser = () => true;
const deskPhone = whatPhoneCan({ phone: { kind: 'desk_phone', extension: '101', isRegistered: true }, sip: null });

test.each([
  ['rejects what rings', { rings: true, isUp: false }, browser, 'reject'],
  ['rejects what rings beside the call that is up', { rings: true, isUp: true }, browser, 'reject'],
  ['hangs up where nothing rings', { rings: false, isUp: true }, browser, 'hangUp'],
  ['does nothing without a call', { rings: false, isUp: false }, browser, null],
  ['hangs up at a desk phone, which alone rejects what rings', { rings: true, isUp: true }, atDeskPhone, 'hangUp'],
  ['does nothing at a desk phone that only rings', { rings: true, isUp: false }, atDeskPhone, null],
  ['does nothing where the phone can do neither', { rings: true, isUp: true }, () => false, null],
] as const)('the key that ends calls %s', (_, calls, can, does) => {
  expect(whatEndKeyDoes(calls, can)).toBe(does);
});

function atDeskPhone(deed: 'reject' | 'hangUp'): boolean {
  return deskPhone[deed];
}
