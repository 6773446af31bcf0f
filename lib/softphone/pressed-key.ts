type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'];

/** What was pressed, in one word; null for a modifier alone. */
export function pressedKey({ key, ctrlKey, altKey, shiftKey, metaKey }: Pressed): string | null {
  if (MODIFIERS.includes(key) || key === 'AltGraph') return null;
  const held = [ctrlKey, altKey, shiftKey, metaKey];
  return [...MODIFIERS.filter((_, index) => held[index]), key.length === 1 ? key.toUpperCase() : key].join('+');
}
