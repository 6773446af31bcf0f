import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acknowledged,
  beginSaving,
  type Editing,
  edited,
  hasUnsaved,
  heard,
  keptMine,
  refusedByConflict,
  startFrom,
  startNew,
  tookTheirs,
  toSave,
} from './editing.ts';
import { mergeContents, sameContent } from './merge.ts';
import { anyContent, buildLine, buildSaved } from './testing.ts';
import { emptyContent, type SavedDelivery } from './types.ts';

function begun(state: Editing): Editing {
  const next = beginSaving(state);
  if (!next) throw new Error('There was nothing to save.');
  return next;
}

describe('a new delivery', () => {
  const prefilled = { ...emptyContent, phone: '+48 600 100 103' };

  test('[S0.12] what was filled in for the operator is not worth a draft', () => {
    expect(hasUnsaved(startNew(prefilled))).toBe(false);
    expect(beginSaving(startNew(prefilled))).toBeNull();
  });

  test('the first edit is, and it carries what was filled in', () => {
    const state = edited(startNew(prefilled), { street: 'Prosta 51' });
    expect(beginSaving(state)?.sending).toEqual({ base: null, mine: { ...prefilled, street: 'Prosta 51' } });
  });
});

describe('saving', () => {
  test('what was typed while a save was under way is kept and saved next', () => {
    const sending = begun(edited(startFrom(buildSaved()), { street: 'Pro' }));
    const after = acknowledged(edited(sending, { street: 'Prosta 51' }), buildSaved({ street: 'Pro' }, { version: 2 }));

    expect(after.mine.street).toBe('Prosta 51');
    expect(after.conflicts).toEqual([]);
    expect(beginSaving(after)?.sending).toMatchObject({ base: { street: 'Pro' }, mine: { street: 'Prosta 51' } });
  });

  test('[S0.8] a save without an answer is repeated word for word, whatever was typed since', () => {
    const sending = begun(edited(startNew(emptyContent), { street: 'Pro' }));
    expect(beginSaving(edited(sending, { street: 'Prosta 51' }))?.sending).toBe(sending.sending);
  });

  test('what a colleague saved meanwhile comes with the answer', () => {
    const sending = begun(edited(startFrom(buildSaved()), { street: 'Prosta 51' }));
    const after = acknowledged(sending, buildSaved({ street: 'Prosta 51', comment: 'Cold' }, { version: 3 }));

    expect(after.mine).toMatchObject({ street: 'Prosta 51', comment: 'Cold' });
    expect(hasUnsaved(after)).toBe(false);
  });

  test('the price of the price list replaces the one the browser showed', () => {
    const shown = buildLine({ priceMinor: 100 });
    const sending = begun(edited(startNew(emptyContent), { lines: [shown] }));
    const after = acknowledged(sending, buildSaved({ lines: [{ ...shown, priceMinor: 2_900 }] }));

    expect(after.mine.lines[0]?.priceMinor).toBe(2_900);
    expect(hasUnsaved(after)).toBe(false);
  });
});

describe('a conflict', () => {
  const mine = edited(startFrom(buildSaved({ street: 'Belwederska 3' })), { street: 'Prosta 51', comment: 'Cold' });
  const theirs = buildSaved({ street: 'Krucza 20' }, { version: 2 });
  const refused = refusedByConflict(begun(mine), theirs);

  test('names what both changed, and who did', () => {
    expect(refused.conflicts).toEqual([{ key: 'street', by: theirs.lastChange }]);
  });

  test('leaves mine on the screen, and saves everything else', () => {
    expect(refused.mine).toMatchObject({ street: 'Prosta 51', comment: 'Cold' });
    expect(toSave(refused)).toMatchObject({ street: 'Krucza 20', comment: 'Cold' });
  });

  test('keep mine: it is saved over theirs', () => {
    const kept = keptMine(refused, 'street');
    expect(beginSaving(kept)?.sending).toMatchObject({ base: { street: 'Krucza 20' }, mine: { street: 'Prosta 51' } });
  });

  test('take theirs: mine is gone and nothing of it is saved', () => {
    const taken = tookTheirs(refused, 'street');
    expect(taken.mine).toMatchObject({ street: 'Krucza 20', comment: 'Cold' });
    expect(taken.conflicts).toEqual([]);
  });

  test('stays open while the rest is being saved', () => {
    const saved = buildSaved({ street: 'Krucza 20', comment: 'Cold' }, { version: 3 });
    const after = acknowledged(begun(refused), saved);

    expect(after.conflicts).toHaveLength(1);
    expect(after.mine.street).toBe('Prosta 51');
  });

  test('is over when the colleague comes to the same value', () => {
    expect(heard(refused, buildSaved({ street: 'Prosta 51' }, { version: 3 })).conflicts).toEqual([]);
  });

  test('a line that they removed and I changed can go either way', () => {
    const line = buildLine();
    const state = edited(startFrom(buildSaved({ lines: [line] })), { lines: [{ ...line, quantity: 3 }] });
    const conflict = heard(state, buildSaved({ lines: [] }, { version: 2 }));

    expect(toSave(conflict).lines).toEqual([]);
    expect(toSave(keptMine(conflict, `line:${line.id}`)).lines).toMatchObject([{ quantity: 3 }]);
    expect(tookTheirs(conflict, `line:${line.id}`).mine.lines).toEqual([]);
  });
});

describe('what a colleague saved', () => {
  test('appears, without touching what I edit', () => {
    const state = edited(startFrom(buildSaved()), { street: 'Prosta' });
    expect(heard(state, buildSaved({ comment: 'Cold' }, { version: 2 })).mine).toMatchObject({
      street: 'Prosta',
      comment: 'Cold',
    });
  });

  test('an older version than the one known is ignored', () => {
    const state = startFrom(buildSaved({ comment: 'Cold' }, { version: 3 }));
    expect(heard(state, buildSaved({}, { version: 2 }))).toBe(state);
  });
});

test('two browsers and a server, in any order: both end with the same, or somebody is asked', () => {
  fc.assert(
    fc.property(anyContent, anyContent, anyContent, fc.boolean(), (base, one, other, oneFirst) => {
      let server: SavedDelivery = buildSaved(base);
      const save = (state: Editing): Editing => {
        const next = beginSaving(state);
        if (!next) return state;
        const merge = mergeContents(next.sending.base ?? emptyContent, next.sending.mine, server.content);
        if (merge.conflicts.length > 0) return refusedByConflict(next, server);
        server = { ...server, content: merge.content, version: server.version + 1 };
        return acknowledged(next, server);
      };

      const [olga, oskar] = [edited(startFrom(server), one), edited(startFrom(server), other)];
      const [first, second] = oneFirst ? [olga, oskar] : [oskar, olga];
      const settledFirst = save(first);
      const settledSecond = save(save(second));
      const told = heard(settledFirst, server);

      expect(hasUnsaved(settledSecond)).toBe(false);
      if (settledSecond.conflicts.length === 0) expect(sameContent(told.mine, settledSecond.mine)).toBe(true);
      for (const conflict of settledSecond.conflicts)
        expect(toSave(keptMine(settledSecond, conflict.key))).not.toEqual(server.content);
    }),
  );
});
