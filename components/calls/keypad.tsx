'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { KEYPAD_KEYS } from '@/lib/softphone/keypad-keys';

/** Twelve keys for the menus of other companies. Digits typed while it has the focus are sent too. */
export function Keypad({ id, onDigit }: { id: string; onDigit: (digit: string) => void }) {
  const t = useTranslations('phone');
  const [sent, setSent] = useState('');

  function press(digit: string) {
    setSent((before) => before + digit);
    onDigit(digit);
  }

  function typed(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || !KEYPAD_KEYS.includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  }

  return (
    <fieldset id={id} aria-label={t('keypad')} onKeyDown={typed} className="mt-3 rounded-md border border-border p-2">
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
