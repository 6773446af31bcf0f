import { describe, expect, test } from 'vitest';
import { pressedKey } from './pressed-key.ts';

const bare = { altKey: false, ctrlKey: false, shiftKey: false, metaKey: false };

describe('what a press is called', () => {
  test('modifiers come first, in one order, and a letter is a capital', () => {
    expect(pressedKey({ ...bare, key: 'F2' })).toBe('F2');
    expect(pressedKey({ ...bare, key: 'q', altKey: true })).toBe('Alt+Q');
    expect(pressedKey({ ...bare, key: 'Q', altKey: true, ctrlKey: true, shiftKey: true })).toBe('Control+Alt+Shift+Q');
  });

  test('a modifier alone is no press yet', () => {
    expect(pressedKey({ ...bare, key: 'Alt', altKey: true })).toBeNull();
    expect(pressedKey({ ...bare, key: 'AltGraph' })).toBeNull();
  });
});
