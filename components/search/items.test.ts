import { describe, expect, test } from 'vitest';
import type { Found, FoundDelivery } from '@/lib/search/types';
import { type Dials, groupsOf } from './items';

const nothing: Found = { customers: [], deliveries: [], drivers: [], number: null };
const customer = (id: string): Found['customers'][number] => ({
  id,
  name: id,
  company: null,
  class: 'regular',
  display: null,
  address: null,
  lastOrderAt: null,
});
const delivery = (number: number): FoundDelivery => ({
  id: `d${number}`,
  number,
  status: 'sent',
  customerName: '',
  phoneDisplay: '',
  wantedAt: null,
  street: '',
  flat: '',
  district: '',
});
const names = (found: Partial<Found>, typed: string) =>
  groupsOf({ ...nothing, ...found }, typed, 'dialer').map(({ name }) => name);
const keys = (found: Partial<Found>, typed: string, dials: Dials = 'dialer') =>
  groupsOf({ ...nothing, ...found }, typed, dials).flatMap(({ items }) => items.map(({ key }) => key));

describe('groupsOf', () => {
  test('groups that found nothing are not there', () => {
    expect(names({}, 'x')).toEqual([]);
    expect(names({ customers: [customer('a')] }, 'x')).toEqual(['customers']);
  });

  test.each(['1042', '#1042', '# 1042'])('the delivery whose number is %s comes first', (typed) => {
    expect(names({ customers: [customer('a')], deliveries: [delivery(1042)] }, typed)).toEqual(['deliveries', 'customers']);
  });

  test('a delivery that merely holds what was typed does not', () => {
    expect(names({ customers: [customer('a')], deliveries: [delivery(7)] }, '1042')).toEqual(['customers', 'deliveries']);
  });

  test('where a kind is full, all of it are offered', () => {
    const four = ['a', 'b', 'c', 'd'].map(customer);
    expect(keys({ customers: four }, 'x')).not.toContain('all-customers');
    expect(keys({ customers: [...four, customer('e')] }, 'x')).toContain('all-customers');
  });

  test('[S2.3] a number that nobody has goes into the dialer or into a new delivery; one that is known only into the dialer', () => {
    const number = { e164: '+48600199999', display: '+48 600 199 999', isUnknown: true, mayOrder: true };
    expect(keys({ number }, '600199999')).toEqual(['dial', 'new-delivery']);
    expect(keys({ number: { ...number, isUnknown: false } }, '600199999')).toEqual(['dial']);
    expect(keys({ number: { ...number, mayOrder: false } }, '600199999', 'application')).toEqual(['dial']);
    expect(keys({ number: { ...number, mayOrder: false } }, '600199999', null)).toEqual([]);
  });
});
