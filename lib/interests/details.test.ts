import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedDetails, changedMeanwhile, DETAIL_FIELDS, withTheirs } from './details.ts';
import type { InterestDetails } from './details-schema.ts';

const lunch: InterestDetails = {
  subject: 'Lunch',
  whatToDo: 'Send an offer',
  description: '',
  serviceTypeId: null,
  responsibleId: 'marta',
  contactId: null,
  potentialName: '',
  potentialCompany: '',
  phone: '',
};

const text = fc.constantFrom('', 'a', 'b', ' b ');
const id = fc.constantFrom(null, 'one', 'two');
const details = fc.record({
  subject: text,
  whatToDo: text,
  description: text,
  serviceTypeId: id,
  responsibleId: id,
  contactId: id,
  potentialName: text,
  potentialCompany: text,
  phone: text,
});

describe('two managers at one interest', () => {
  test('only what was changed is sent; spaces around a text are no change', () => {
    expect(changedDetails(lunch, { ...lunch, subject: ' Lunch ', whatToDo: 'Call' })).toEqual({
      from: { whatToDo: 'Send an offer' },
      to: { whatToDo: 'Call' },
    });
  });

  test('[R9] the same field changed by both is told; another field, or the same value, is not', () => {
    const { from, to } = changedDetails(lunch, { ...lunch, subject: 'Dinner' });
    expect(changedMeanwhile(from, to, { ...lunch, subject: 'Breakfast' })).toEqual(['subject']);
    expect(changedMeanwhile(from, to, { ...lunch, subject: 'Dinner' })).toEqual([]);
    expect(changedMeanwhile(from, to, { ...lunch, responsibleId: null })).toEqual([]);
  });

  test('once theirs is taken, nothing is in conflict any more, whatever the three texts were', () => {
    fc.assert(
      fc.property(details, details, details, (start, mine, theirs) => {
        const first = changedDetails(start, mine);
        const fields = changedMeanwhile(first.from, first.to, theirs);
        const since = withTheirs(start, theirs, fields);
        const second = changedDetails(since, withTheirs(mine, theirs, fields));
        expect(changedMeanwhile(second.from, second.to, theirs)).toEqual([]);
        expect(DETAIL_FIELDS.filter((field) => field in second.to).some((field) => fields.includes(field))).toBe(false);
      }),
    );
  });
});
