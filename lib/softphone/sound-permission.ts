// Browsers play nothing before somebody has pressed or typed on the page; from then on, as long as the page lives, they do.
const FIRST_TOUCHES = ['click', 'keydown'] as const;

let isAllowed: boolean | null = null;
const listeners = new Set<() => void>();

/** Whether this page may make a sound by now. */
export function isSoundAllowed(): boolean {
  if (isAllowed !== null) return isAllowed;

  isAllowed = navigator.userActivation?.hasBeenActive === true;
  if (isAllowed) return true;
  // Not as a press begins: a hint above a card would go, and the card move away, before the press is let go on Answer.
  for (const name of FIRST_TOUCHES) window.addEventListener(name, allowSound, { once: true, capture: true });
  return false;
}

/** Called in a press or a key. */
export function allowSound(): void {
  if (isAllowed) return;

  isAllowed = true;
  for (const name of FIRST_TOUCHES) window.removeEventListener(name, allowSound, { capture: true });
  for (const listener of listeners) listener();
}

export function onSoundAllowed(listener: () => void): () => void {
  // Who waits for the first press wants it to be listened for.
  isSoundAllowed();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
