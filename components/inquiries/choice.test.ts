import { describe, expect, test } from 'vitest';
import type { InquiryCustomer, InquiryInterest } from '@/lib/inquiries/types';
import { chosenInterest, descriptionOf, interestsOf, whoseOf } from './choice';

const customer = (id: string): InquiryCustomer => ({
  id,
  name: id,
  company: null,
  class: 'regular',
  display: null,
  note: '',
  managerName: null,
  since: '2026-11-28T10:00:00.000Z',
  contact: null,
});
const interest = (id: string, of: { customerId?: string | null; led?: string } = {}): InquiryInterest => ({
  id,
  number: 1,
  subject: id,
  customerId: of.customerId === undefined ? 'lis' : of.customerId,
  potentialName: '',
  potentialCompany: '',
  whatToDo: '',
  serviceTypeId: null,
  stage: { id: 's', name: '', standard: 'new', kind: 'active' },
  responsible: of.led ? { id: of.led, name: of.led } : null,
  since: '2026-11-28T10:00:00.000Z',
  lastCallAt: null,
});

describe('whose inquiry it is', () => {
  const lis = customer('lis');
  const other = customer('other');
  const found = (...customers: InquiryCustomer[]) => ({ customers, interests: [] });

  test('[S3.6] the one customer who has the number', () => {
    expect(whoseOf({}, found(lis), [lis])).toEqual({ kind: 'customer', customer: lis });
  });

  test('[S3.12] nobody has it: a potential customer', () => {
    expect(whoseOf({}, found(), [])).toEqual({ kind: 'potential' });
  });

  test('of several one is chosen, or none of them', () => {
    expect(whoseOf({}, found(lis, other), [lis, other])).toEqual({ kind: 'unsaid' });
    expect(whoseOf({ customerId: 'other' }, found(lis, other), [lis, other])).toEqual({ kind: 'customer', customer: other });
    expect(whoseOf({ customerId: null }, found(lis, other), [lis, other])).toEqual({ kind: 'potential' });
  });

  test('one who was chosen and is gone was not chosen', () => {
    expect(whoseOf({ customerId: 'gone' }, found(lis), [lis])).toEqual({ kind: 'customer', customer: lis });
  });
});

test('[S3.7] the interests shown are those of whose inquiry it is', () => {
  const all = [interest('a'), interest('b', { customerId: 'other' }), interest('c', { customerId: null })];
  expect(interestsOf({ kind: 'customer', customer: customer('lis') }, all).map(({ id }) => id)).toEqual(['a']);
  expect(interestsOf({ kind: 'potential' }, all).map(({ id }) => id)).toEqual(['c']);
  expect(interestsOf({ kind: 'unsaid' }, all)).toEqual([]);
});

describe('[S3.8] which interest', () => {
  const mine = interest('mine', { led: 'marta' });
  const theirs = interest('theirs', { led: 'sylwia' });

  test('mine, until another is chosen', () => {
    expect(chosenInterest({}, [mine, theirs], 'marta')).toBe(mine);
    expect(chosenInterest({ interestId: '' }, [mine, theirs], 'marta')).toBe(mine);
    expect(chosenInterest({ interestId: 'theirs' }, [mine, theirs], 'marta')).toBe(theirs);
    expect(chosenInterest({ interestId: 'new' }, [mine, theirs], 'marta')).toBe('new');
  });

  test('a new one where none is mine, or another need was written down', () => {
    expect(chosenInterest({}, [theirs], 'marta')).toBe('new');
    expect(chosenInterest({}, [], 'marta')).toBe('new');
    expect(chosenInterest({ subject: 'Lunch' }, [mine], 'marta')).toBe('new');
  });

  test('one that was closed since leads to no other by itself', () => {
    expect(chosenInterest({ interestId: 'closed' }, [mine, theirs], 'marta')).toBe('new');
  });
});

test('[S3.16] the description begins with what the operator wrote down', () => {
  expect(descriptionOf({ note: 'Wants pierogi', city: 'Wawer' })).toBe('Wants pierogi\nWawer');
  expect(descriptionOf({ note: 'Wants pierogi', description: '' })).toBe('');
  expect(descriptionOf({})).toBe('');
});
