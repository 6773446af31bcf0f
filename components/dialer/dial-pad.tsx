'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { KEYPAD_KEYS } from '@/lib/softphone/keypad-keys';

const LONG_PRESS_MS = 500;

/** Twelve keys; the zero, held down, is the plus of another country. A press leaves the focus where it is. */
export function DialPad({ onDigit }: { onDigit: (digit: string) => void }) {
  const t = useTranslations('dialer');
  const zero = useLongPress(() => onDigit('+'));

  return (
    <fieldset aria-label={t('keypad')} className="mt-3 grid grid-cols-3 gap-1.5">
      {KEYPAD_KEYS.map((digit) => (
        <button
          key={digit}
          type="button"
          className="button button--ghost num h-10 w-full gap-1 bg-surface-secondary text-base max-lg:h-12"
          {...(digit === '0' && { title: t('holdForPlus'), ...zero.handlers })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => !(digit === '0' && zero.wasLong()) && onDigit(digit)}
        >
          {digit}
          {digit === '0' && (
            <span aria-hidden="true" className="font-normal text-subtle text-xs">
              +
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isLong = useRef(false);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);

  const handlers = {
    onPointerDown() {
      isLong.current = false;
      stop();
      timer.current = setTimeout(() => {
        isLong.current = true;
        act();
      }, LONG_PRESS_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // A long touch would also open the menu of the browser.
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  };

  /** The click that ends a long press is none. */
  function wasLong(): boolean {
    const was = isLong.current;
    isLong.current = false;
    return was;
  }

  return { handlers, wasLong };
}
