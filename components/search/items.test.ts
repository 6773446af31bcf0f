import { describe, expect, test } from 'vitest';
import type { Found, FoundDelivery, FoundInterest } from '@/lib/search/types';
import { type Dials, groupsOf } from './items';

const nothing: Found = { customers: [], deliveries: [], drivers: [], interests: [], number: null };
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
const interest = (number: number): FoundInterest => ({
  id: `i${number}`,
  number,
  subject: '',
  of: null,
  stage: { id: 's', name: '', standard: 'new', kind: 'active' },
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

  test('[S3.17] the interest whose number it is comes first, but after a delivery of that number', () => {
    const found = { customers: [customer('a')], interests: [interest(205)] };
    expect(names(found, '#205')).toEqual(['interests', 'customers']);
    expect(names(found, '206')).toEqual(['customers', 'interests']);
    expect(names({ ...found, deliveries: [delivery(205)] }, '205')).toEqual(['deliveries', 'interests', 'customers']);
  });

  test('where a kind is full, all of it are offered', () => {
    const four = ['a', 'b', 'c', 'd'].map(customer);
    expect(keys({ customers: four }, 'x')).not.toContain('all-customers');
    expect(keys({ customers: [...four, customer('e')] }, 'x')).toContain('all-customers');
    expect(keys({ interests: [1, 2, 3, 4, 5].map(interest) }, 'x')).toContain('all-interests');
  });

  test('[S2.3] a number that nobody has goes into the dialer or into a new delivery; one that is known only into the dialer', () => {
    const number = { e164: '+48600199999', display: '+48 600 199 999', isUnknown: true, mayOrder: true };
    expect(keys({ number }, '600199999')).toEqual(['dial', 'new-delivery']);
    expect(keys({ number: { ...number, isUnknown: false } }, '600199999')).toEqual(['dial']);
    expect(keys({ number: { ...number, mayOrder: false } }, '600199999', 'application')).toEqual(['dial']);
    expect(keys({ number: { ...number, mayOrder: false } }, '600199999', null)).toEqual([]);
  });
});
