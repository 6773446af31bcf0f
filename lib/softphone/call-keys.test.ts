import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callKeysOf, changedKeys, DEFAULT_CALL_KEYS, KEYED_ACTS, ownerOfKey, whyNotKey } from './call-keys.ts';

describe('the keys of a call', () => {
  test('are F2, F4, F7, F8 and F9 until somebody changes one', () => {
    expect(callKeysOf({})).toEqual({ answer: 'F2', hangUp: 'F4', pause: 'F7', hold: 'F8', transfer: 'F9' });
    expect(callKeysOf({ answer: 'F10' })).toMatchObject({ answer: 'F10', hangUp: 'F4' });
  });

  test('what is stored wrongly counts as not changed', () => {
    for (const stored of [null, 'F2', [], { answer: 7 }, { answer: 'Enter' }, { answer: 'Alt+1' }, { nothing: 'F3' }]) {
      expect(callKeysOf(stored)).toEqual(DEFAULT_CALL_KEYS);
    }
  });

  test('no key ever means two things, whatever is stored', () => {
    const keys = fc.constantFrom('F2', 'F4', 'F7', 'F8', 'F9', 'F10', 'Alt+Q', 'Enter');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...KEYED_ACTS), keys), (stored) => {
        expect(new Set(Object.values(callKeysOf(stored))).size).toBe(KEYED_ACTS.length);
      }),
    );
  });

  test('only what differs is stored', () => {
    expect(changedKeys({ ...DEFAULT_CALL_KEYS, hold: 'Alt+H' })).toEqual({ hold: 'Alt+H' });
    expect(changedKeys(DEFAULT_CALL_KEYS)).toEqual({});
  });

  test('a key that another act has is told', () => {
    expect(ownerOfKey(DEFAULT_CALL_KEYS, 'F8', 'answer')).toBe('hold');
    expect(ownerOfKey(DEFAULT_CALL_KEYS, 'F8', 'hold')).toBeNull();
    expect(ownerOfKey(DEFAULT_CALL_KEYS, 'F10', 'answer')).toBeNull();
  });
});

describe('which keys can be chosen', () => {
  test.each(['F1', 'F2', 'F10', 'F13', 'F24', 'Pause', 'ScrollLock', 'Alt+A', 'Alt+0', 'Alt+5'])('%s can', (key) => {
    expect(whyNotKey(key)).toBeNull();
  });

  test.each(['A', '7', ' ', ',', 'Ą', 'Alt+Ą', 'Shift+A'])('%s writes into what is being typed', (key) => {
    expect(whyNotKey(key)).toBe('types');
  });

  test.each(['Tab', 'Enter', 'Escape', 'ArrowUp', 'Backspace', 'Home', 'Shift+Tab', 'Alt+1', 'Alt+4'])(
    '%s moves about the page',
    (key) => {
      expect(whyNotKey(key)).toBe('moves');
    },
  );

  // Control and Alt together are AltGr on Windows, which types Polish letters.
  test.each(['F5', 'F6', 'F11', 'F12', 'Control+A', 'Control+Alt+A', 'Meta+Q', 'Alt+F4', 'Shift+F10'])(
    '%s belongs to the browser or the system',
    (key) => {
      expect(whyNotKey(key)).toBe('browser');
    },
  );
});
