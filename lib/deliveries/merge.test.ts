import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences, mergeContents, sameContent } from './merge.ts';
import { anyContent, buildLine } from './testing.ts';
import { type DeliveryContent, emptyContent } from './types.ts';

const content = (overrides: Partial<DeliveryContent> = {}): DeliveryContent => ({ ...emptyContent, ...overrides });
const line = buildLine({ quantity: 1 });

describe('mergeContents', () => {
  test('different fields of two operators come together', () => {
    const base = content({ street: 'Belwederska 3', comment: '' });
    const { content: merged, conflicts } = mergeContents(
      base,
      { ...base, comment: 'Ring twice' },
      { ...base, street: 'Prosta 51' },
    );

    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...base, comment: 'Ring twice', street: 'Prosta 51' });
  });

  test('one field changed by both to different values is a conflict, and theirs stays until somebody chooses', () => {
    const base = content({ street: 'Belwederska 3' });
    const [mine, theirs] = [content({ street: 'Prosta 51' }), content({ street: 'Krucza 20' })];

    expect(mergeContents(base, mine, theirs)).toEqual({ content: theirs, conflicts: [{ part: 'street', mine, theirs }] });
  });

  test('one field changed by both to the same value is none', () => {
    const base = content({ street: 'Belwederska 3' });
    expect(mergeContents(base, content({ street: 'Prosta 51' }), content({ street: 'Prosta 51' })).conflicts).toEqual([]);
  });

  test('both add a product: both are in the order', () => {
    const [one, other] = [buildLine(), buildLine()];
    const merged = mergeContents(content({ lines: [line] }), content({ lines: [line, one] }), content({ lines: [line, other] }));

    expect(merged.content.lines).toEqual([line, other, one]);
    expect(merged.conflicts).toEqual([]);
  });

  test('a line that one removed and the other changed is a conflict', () => {
    const more = { ...line, quantity: 2 };
    const { conflicts } = mergeContents(content({ lines: [line] }), content(), content({ lines: [more] }));

    expect(conflicts).toEqual([{ part: 'line', lineId: line.id, mine: undefined, theirs: more }]);
  });

  test('a line that one removed and the other left alone is gone', () => {
    expect(mergeContents(content({ lines: [line] }), content(), content({ lines: [line], comment: 'x' })).content.lines).toEqual(
      [],
    );
  });

  test('a customer is chosen whole: an id never meets another name', () => {
    const [mine, theirs] = [content({ customerId: 'a', customerName: 'Adam' }), content({ customerName: 'Ewa' })];
    const merged = mergeContents(content(), mine, theirs);

    expect(merged.conflicts).toMatchObject([{ part: 'customer' }]);
    expect(merged.content).toMatchObject({ customerId: null, customerName: 'Ewa' });
  });

  test('a phone number written with spaces is the same number', () => {
    const merged = mergeContents(
      content({ phone: '+48 600 100 101' }),
      content({ phone: '+48600100101' }),
      content({ phone: '+48 600 100 102' }),
    );
    expect(merged).toMatchObject({ content: { phone: '+48 600 100 102' }, conflicts: [] });
  });

  test('whatever one side changed alone is taken as it is', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, changed) => {
        expect(mergeContents(base, changed, base)).toEqual({ content: changed, conflicts: [] });
        expect(sameContent(mergeContents(base, base, changed).content, changed)).toBe(true);
      }),
    );
  });

  test('no change is ever dropped: it is in the result or among the conflicts', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, mine, theirs) => {
        const { content: merged, conflicts } = mergeContents(base, mine, theirs);
        const asked = conflicts.map((each) => (each.part === 'line' ? `line:${each.lineId}` : each.part));

        const lost = (side: DeliveryContent) =>
          differences(base, side).filter((part) => differences(merged, side).includes(part));
        expect(lost(theirs)).toEqual([]);
        expect(lost(mine).filter((part) => !asked.includes(part))).toEqual([]);
      }),
    );
  });

  test('who merges whom makes no difference but for what conflicts', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, mine, theirs) => {
        const [there, here] = [mergeContents(base, mine, theirs), mergeContents(base, theirs, mine)];
        const asked = there.conflicts.map((each) => (each.part === 'line' ? `line:${each.lineId}` : each.part));

        expect(here.conflicts).toHaveLength(there.conflicts.length);
        expect(differences(there.content, here.content).filter((part) => !asked.includes(part))).toEqual([]);
      }),
    );
  });
});

test('differences names fields and lines', () => {
  const other = content({ street: 'Prosta 51', lines: [line] });
  expect(differences(content(), other)).toEqual(['street', `line:${line.id}`]);
  expect(differences(other, other)).toEqual([]);
});
