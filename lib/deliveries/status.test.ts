import { describe, expect, test } from 'vitest';
import { DELIVERY_STATUSES, isOpen, overdueMinutes, statusAfterSending } from './status.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

test('[S0.9] open is all but draft, delivered and cancelled', () => {
  expect(DELIVERY_STATUSES.filter(isOpen)).toEqual(['sent', 'rejected', 'accepted', 'cooking', 'ready', 'on_the_way']);
});

test('[S0.16a] sending makes a draft and a rejected one wait again, and leaves one that cooks where it is', () => {
  const after = DELIVERY_STATUSES.map((status) => statusAfterSending(status));
  expect(after.slice(0, 5)).toEqual(['sent', 'sent', 'sent', 'accepted', 'cooking']);
});

test('[S0.16a] one that is moved to another point of sale waits there, whatever the first one did', () => {
  expect((['accepted', 'cooking', 'ready'] as const).map((status) => statusAfterSending(status, true))).toEqual([
    'sent',
    'sent',
    'sent',
  ]);
});

describe('overdueMinutes', () => {
  test('[S1.8] counts whole minutes after the time the customer was told', () => {
    expect(overdueMinutes(at('15:50:00'), 'on_the_way', at('16:02:59'))).toBe(12);
    expect(overdueMinutes(at('15:50:00'), 'on_the_way', at('15:50:59'))).toBe(0);
    expect(overdueMinutes('2026-11-22T15:50:00.000Z', 'cooking', at('15:51:00').getTime())).toBe(1);
  });

  test('never for what is not open, not due yet, or has no time', () => {
    expect(overdueMinutes(at('15:50:00'), 'delivered', at('16:02:00'))).toBe(0);
    expect(overdueMinutes(at('15:50:00'), 'draft', at('16:02:00'))).toBe(0);
    expect(overdueMinutes(at('17:00:00'), 'cooking', at('16:02:00'))).toBe(0);
    expect(overdueMinutes(null, 'cooking', at('16:02:00'))).toBe(0);
  });
});
