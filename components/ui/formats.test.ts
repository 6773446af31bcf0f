import { describe, expect, test } from 'vitest';
import { createFormats, formatDuration } from './formats';

const warsaw = { currency: 'PLN', timeZone: 'Europe/Warsaw' };
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('createFormats', () => {
  test('writes money from minor units, by the language and the home of the currency', () => {
    expect(plain(createFormats('en', warsaw).money(148_050))).toBe('1 480,50 zł');
    expect(plain(createFormats('pl', warsaw).money(12_345_600))).toBe('123 456,00 zł');
  });

  test('writes amounts as at the home of the currency, in whatever language', () => {
    expect(plain(createFormats('pl', { ...warsaw, currency: 'USD' }).money(148_050))).toBe('$1,480.50');
    expect(plain(createFormats('en', warsaw).amount(257_900))).toBe('2 579,00');
  });

  test('the euro is at home in all of Europe', () => {
    expect(plain(createFormats('en', { ...warsaw, currency: 'EUR' }).dateTime('2026-11-22T15:02:00Z'))).toBe(
      '22 Nov 2026, 16:02',
    );
  });

  test('a currency without minor units is not divided', () => {
    expect(plain(createFormats('en', { ...warsaw, currency: 'JPY' }).money(500))).toContain('500');
  });

  test('writes moments in the time zone of the organisation', () => {
    const formats = createFormats('en', warsaw);
    expect(formats.time('2026-11-22T15:02:00Z')).toBe('16:02');
    expect(formats.dateTime('2026-11-22T15:02:00Z')).toBe('22 Nov 2026, 16:02');
  });
});

test('durations grow from minutes to hours and are never negative', () => {
  expect([-3, 0, 59, 754, 3723].map(formatDuration)).toEqual(['0:00', '0:00', '0:59', '12:34', '1:02:03']);
});
