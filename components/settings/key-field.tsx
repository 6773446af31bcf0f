'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { pressedKey } from '@/lib/softphone/pressed-key';

type KeyFieldProps = { name: string; value: string; error: string | null; onPress: (key: string) => void };

/** Shows a key; once it is pressed, the next key takes its place. Escape and Tab leave everything as it is. */
export function KeyField({ name, value, error, onPress }: KeyFieldProps) {
  const t = useTranslations('settings.keys');
  const [isListening, setListening] = useState(false);
  const errorId = useId();

  function listen(event: KeyboardEvent) {
    if (!isListening || event.key === 'Tab') return;
    const pressed = pressedKey(event);
    // A key that is being chosen answers no call and reloads no page.
    event.preventDefault();
    event.stopPropagation();
    if (!pressed || event.repeat) return;

    setListening(false);
    if (pressed !== 'Escape') onPress(pressed);
  }

  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <span>{name}</span>
        <button
          type="button"
          aria-label={isListening ? t('listening', { act: name }) : t('change', { act: name, key: value })}
          aria-describedby={error ? errorId : undefined}
          onClick={() => setListening(true)}
          onKeyDown={listen}
          onBlur={() => setListening(false)}
          className={`button button--outline num min-w-28 max-lg:h-11 ${isListening ? 'bg-accent-soft text-accent-text' : ''}`}
        >
          {isListening ? t('press') : value}
        </button>
      </div>
      {error && (
        <p id={errorId} role="alert" className="field-error mt-1 flex items-center gap-1 text-xs">
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}
