'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { KEYPAD_KEYS } from '@/lib/softphone/keypad-keys';

type KeypadProps = {
  id: string;
  onDigit: (digit: string) => void;
  onClose: () => void;
};

/** Twelve keys for the menus of other companies. It takes the focus, and digits that are typed then are sent too. */
export function Keypad({ id, onDigit, onClose }: KeypadProps) {
  const t = useTranslations('phone');
  const [sent, setSent] = useState('');
  const keys = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<Element>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    keys.current?.focus();
  }, []);

  function press(digit: string) {
    setSent((before) => before + digit);
    onDigit(digit);
  }

  function typed(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      if (opener.current instanceof HTMLElement) opener.current.focus();
      return onClose();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !KEYPAD_KEYS.includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  }

  return (
    <fieldset
      ref={keys}
      id={id}
      aria-label={t('keypad')}
      tabIndex={-1}
      onKeyDown={typed}
      className="mt-3 rounded-md border border-border p-2"
    >
      <output aria-label={t('digitsSent')} className="num block h-6 truncate text-center font-medium text-base" dir="ltr">
        {sent}
      </output>
      <div className="mt-1 grid grid-cols-3 gap-1.5">
        {KEYPAD_KEYS.map((digit) => (
          <button
            key={digit}
            type="button"
            className="button button--ghost num h-9 w-full bg-surface-secondary"
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
