'use client';

import { useEffect, useState } from 'react';

const PAUSE_MS = 1_500;
/** The dock stays usable beside a dialog: what is typed there goes on. */
const ELSEWHERE = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]';

/** Whether a dialog may open by itself now: once nobody is in the middle of a word, or has left the field. Stays so while it is wanted. */
export function useNotTyping(isWanted: boolean): boolean {
  const [isFree, setFree] = useState(false);

  useEffect(() => {
    if (!isWanted) return setFree(false);

    const free = () => setFree(true);
    if (!isInField()) return free();
    let pause = setTimeout(free, PAUSE_MS);
    const typed = () => {
      clearTimeout(pause);
      pause = setTimeout(free, PAUSE_MS);
    };
    const left = () => queueMicrotask(() => !isInField() && free());
    document.addEventListener('input', typed);
    document.addEventListener('focusout', left);
    return () => {
      clearTimeout(pause);
      document.removeEventListener('input', typed);
      document.removeEventListener('focusout', left);
    };
  }, [isWanted]);

  return isWanted && isFree;
}

function isInField(): boolean {
  return document.activeElement?.matches(ELSEWHERE) === true && !isInDock(document.activeElement);
}

export function isInDock(element: Element | null): boolean {
  return element !== null && element.closest('[data-react-aria-top-layer]') !== null;
}

/** The field of the dock that somebody is in. */
export function fieldOfDock(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches(ELSEWHERE) && isInDock(activeElement)
    ? activeElement
    : null;
}
