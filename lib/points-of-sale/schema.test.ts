import { describe, expect, test } from 'vitest';
import { refused } from '../action-result.ts';
import { ChangePointOfSale } from './schema.ts';

function faultsOf(changes: Record<string, unknown>) {
  const input = ChangePointOfSale.safeParse({ pointOfSaleId: '5b0c0d0e-6a5e-4b36-9d8b-0d0f3a6f7c11', changes });
  return input.success ? null : refused('invalid', input.error).fields;
}

describe('the settings of a point of sale', () => {
  test('a pick-up takes from one minute to four hours, as the database has it', () => {
    expect(faultsOf({ pickUpMinutes: 0 })).toEqual({ 'changes.pickUpMinutes': 'minutesInvalid' });
    expect(faultsOf({ pickUpMinutes: 241 })).toEqual({ 'changes.pickUpMinutes': 'minutesInvalid' });
    expect(faultsOf({ pickUpMinutes: 1 })).toBeNull();
    expect(faultsOf({ pickUpMinutes: 240 })).toBeNull();
  });

  test('hours of a day that overlap are refused at that day', () => {
    const overlapping = [
      { from: '10:00', to: '15:00' },
      { from: '14:00', to: '22:00' },
    ];
    expect(faultsOf({ openingHours: { mon: [], sat: overlapping } })).toEqual({ 'changes.openingHours.sat': 'spansOverlap' });
    expect(faultsOf({ openingHours: { sat: overlapping.slice(1), sun: overlapping.slice(0, 1) } })).toBeNull();
  });

  test('hours that are no times are said to be that first', () => {
    const fault = faultsOf({ openingHours: { sat: [{ from: '', to: '14:00' }] } });
    expect(fault).toEqual({ 'changes.openingHours.sat.0.from': 'timeInvalid' });
  });
});
