import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeBoth, differingFields, mergeValues, proposedChoices, valueAt } from './merge-choices.ts';
import type { MergeValues } from './merge-types.ts';

const blank: MergeValues = {
  name: 'Ewa',
  company: '',
  class: 'regular',
  note: '',
  birthday: null,
  source: '',
  city: '',
  country: '',
  photo: null,
  managerId: null,
  extra: {},
};

const text = fc.constantFrom('', 'a', 'b');
const values = fc.record({
  name: fc.constantFrom('Ewa', 'Eva'),
  company: text,
  class: fc.constantFrom('regular' as const, 'vip' as const, 'problem' as const),
  note: text,
  birthday: fc.constantFrom(null, '1990-01-01', '1991-01-01'),
  source: text,
  city: text,
  country: text,
  photo: fc.constantFrom(null, 'one', 'two'),
  managerId: fc.constantFrom(null, 'marta', 'oskar'),
  extra: fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.boolean(), fc.integer(), fc.constantFrom('a', 'b'))),
});

describe('what two records become', () => {
  test('nothing that only one of them says is lost by what is proposed', () => {
    fc.assert(
      fc.property(values, values, (kept, other) => {
        const merged = mergeValues(kept, other, proposedChoices(kept, other));
        for (const field of differingFields(kept, other)) {
          if (field === 'class') continue;
          const [is, one, two] = [merged, kept, other].map((each) => valueAt(field, each));
          if (one === null || one === '') expect(is).toBe(two);
          else if (field !== 'note') expect(is).toBe(one);
        }
      }),
    );
  });

  test('every value that is chosen is kept, and only what differs is asked', () => {
    fc.assert(
      fc.property(values, values, (kept, other) => {
        const fields = differingFields(kept, other);
        const all = mergeValues(kept, other, Object.fromEntries(fields.map((field) => [field, 'other'])));
        expect(differingFields(all, other)).toEqual([]);
        expect(differingFields(mergeValues(kept, other, {}), kept)).toEqual([]);
      }),
    );
  });

  test('[S1.6] a problem is never merged away by what is proposed, nor a VIP', () => {
    expect(proposedChoices(blank, { ...blank, class: 'problem' })).toEqual({ class: 'other' });
    expect(proposedChoices({ ...blank, class: 'problem' }, { ...blank, class: 'vip' })).toEqual({ class: 'kept' });
  });

  test('[S1.7] two warnings are both kept, one below the other, where they fit', () => {
    const [kept, other] = [
      { ...blank, note: 'Allergic' },
      { ...blank, note: 'Pays late' },
    ];
    expect(mergeValues(kept, other, proposedChoices(kept, other)).note).toBe('Allergic\nPays late');
    expect(canBeBoth(kept, { ...blank, note: 'x'.repeat(2_000) })).toBe(false);
  });
});
