import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  begun,
  type Drafting,
  failed,
  heard,
  isWaiting,
  leftTheirs,
  NO_DRAFT,
  putBack,
  registeredElsewhere,
  shown,
  stored,
  typed,
} from './drafting.ts';
import type { DraftContent } from './types.ts';

const OLGA = { name: 'Olga' };

/** Sends what is mine, to a server that has `server`. */
function saved(state: Drafting, server: { version: number; content: DraftContent }) {
  const sending = begun(state);
  if (!sending) throw new Error('There is nothing to save.');
  const next = { version: server.version + 1, content: { ...server.content, ...sending.sending } };
  return { state: stored(sending, next, null), server: next };
}

describe('[S3.16] a draft in one browser', () => {
  test('shows what is typed before the server has it, and is saved once', () => {
    const typing = typed(NO_DRAFT, { subject: 'Lun' });
    expect(shown(typing)).toEqual({ subject: 'Lun' });
    const sending = begun(typing);
    expect(sending && begun(sending)).toBeNull();
    expect(begun(saved(typing, NO_DRAFT.saved).state)).toBeNull();
  });

  test('what is typed while a save is under way is saved after it', () => {
    const sending = begun(typed(NO_DRAFT, { subject: 'Lun' }));
    if (!sending) throw new Error('There is nothing to save.');
    const after = stored(typed(sending, { subject: 'Lunch' }), { version: 1, content: { subject: 'Lun' } }, null);
    expect(shown(after)).toEqual({ subject: 'Lunch' });
    expect(begun(after)?.sending).toEqual({ subject: 'Lunch' });
  });

  test('a save without an answer is sent again', () => {
    const sending = begun(typed(NO_DRAFT, { subject: 'Lunch' }));
    expect(sending && begun(failed(sending))?.sending).toEqual({ subject: 'Lunch' });
  });

  test('what a colleague writes in another field joins it', () => {
    const mine = saved(typed(NO_DRAFT, { subject: 'Lunch' }), NO_DRAFT.saved);
    const both = heard(mine.state, { version: 2, content: { subject: 'Lunch', name: 'Ewelina' } }, OLGA);
    expect(shown(both)).toEqual({ subject: 'Lunch', name: 'Ewelina' });
    expect(both.replaced).toBeNull();
  });

  test('of one field the last writer wins; the other is told, and can put their words back', () => {
    const mine = saved(typed(NO_DRAFT, { subject: 'Lunch' }), NO_DRAFT.saved);
    const theirs = heard(mine.state, { version: 2, content: { subject: 'Dinner' } }, OLGA);
    expect(shown(theirs)).toEqual({ subject: 'Dinner' });
    expect(theirs.replaced).toEqual({ content: { subject: 'Lunch' }, by: OLGA });

    expect(begun(putBack(theirs))?.sending).toEqual({ subject: 'Lunch' });
    expect(putBack(theirs).replaced).toBeNull();
    expect(shown(leftTheirs(theirs))).toEqual({ subject: 'Dinner' });
    expect(leftTheirs(theirs).replaced).toBeNull();
  });

  test('what is being typed is never taken from under the fingers', () => {
    const mine = typed(saved(typed(NO_DRAFT, { subject: 'Lun' }), NO_DRAFT.saved).state, { subject: 'Lunch' });
    const theirs = heard(mine, { version: 2, content: { subject: 'Dinner' } }, OLGA);
    expect(shown(theirs)).toEqual({ subject: 'Lunch' });
    expect(theirs.replaced).toBeNull();
  });

  test('news that come late change nothing', () => {
    const mine = saved(typed(NO_DRAFT, { subject: 'Lunch' }), { version: 6, content: {} });
    expect(heard(mine.state, { version: 3, content: {} }, OLGA)).toBe(mine.state);
  });

  test('what a colleague registered stays on the screen of the one who still writes', () => {
    const mine = saved(typed(NO_DRAFT, { subject: 'Lunch' }), NO_DRAFT.saved).state;
    const after = registeredElsewhere(mine, 2);
    expect(shown(after)).toEqual({ subject: 'Lunch' });
    expect(after.saved).toEqual({ version: 2, content: {} });
  });
});

const field = fc.constantFrom('name', 'subject', 'whatToDo');
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), by: fc.nat(1), field, text: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('save' as const), by: fc.nat(1) }),
  fc.record({ kind: fc.constant('hear' as const), by: fc.nat(1) }),
);

test('[S3.16] whatever two people write in which order, both see the same in the end, and nobody’s last word goes unsaid', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let server = { version: 0, content: {} as DraftContent };
      const desks = [NO_DRAFT, NO_DRAFT];
      const lastWords: DraftContent[] = [{}, {}];
      const save = (by: number) => {
        const sending = begun(desks[by] ?? NO_DRAFT);
        if (!sending) return;
        server = { version: server.version + 1, content: { ...server.content, ...sending.sending } };
        desks[by] = stored(sending, server, OLGA);
      };
      const hear = (by: number) => {
        desks[by] = heard(desks[by] ?? NO_DRAFT, server, OLGA);
      };

      for (const each of acts) {
        if (each.kind === 'type') {
          lastWords[each.by] = { ...lastWords[each.by], [each.field]: each.text };
          desks[each.by] = typed(desks[each.by] ?? NO_DRAFT, { [each.field]: each.text });
        } else if (each.kind === 'save') save(each.by);
        else hear(each.by);
      }
      for (const by of [0, 1, 0, 1]) {
        save(by);
        hear(0);
        hear(1);
      }

      expect(shown(desks[0] ?? NO_DRAFT)).toEqual(server.content);
      expect(shown(desks[1] ?? NO_DRAFT)).toEqual(server.content);
      for (const by of [0, 1]) {
        for (const [name, word] of Object.entries(lastWords[by] ?? {})) {
          const offered = { ...server.content, ...desks[by]?.replaced?.content } as Record<string, string>;
          expect(offered[name]).toBe(word);
        }
      }
    }),
  );
});

test('a draft waits once something was written, not when somebody was only chosen', () => {
  expect(isWaiting({ subject: 'Lunch' })).toBe(true);
  expect(isWaiting({ name: 'Ewelina' })).toBe(true);
  expect(isWaiting({ customerId: null, interestId: 'new', subject: '  ', class: 'vip' })).toBe(false);
});
