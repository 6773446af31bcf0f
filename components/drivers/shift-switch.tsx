'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { setShift } from '@/lib/drivers/actions';
import { showError } from '../ui/show-message';

type ShiftSwitchProps = { driverId: string; name: string; isOnShift: boolean };

/** On at once; back, with a sentence, where the server says no. */
export function ShiftSwitch({ driverId, name, isOnShift }: ShiftSwitchProps) {
  const t = useTranslations('drivers');
  const refusals = useTranslations('refusals');
  const [isOn, show] = useOptimistic(isOnShift);
  const [, startTransition] = useTransition();

  function flip() {
    const wanted = !isOn;
    startTransition(async () => {
      show(wanted);
      const result = await setShift({ driverId, isOnShift: wanted }).catch(() => undefined);
      if (!result) showError(t('failed'));
      else if (!result.ok) showError(refusals(result.reason));
    });
  }

  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={t('shiftOf', { name })}
      onClick={flip}
      className="inline-flex items-center gap-2 rounded-sm py-1 max-sm:min-h-11"
    >
      <span
        aria-hidden="true"
        className={`relative h-4.5 w-8 shrink-0 rounded-full border transition-colors duration-100 ${
          isOn ? 'border-talking-solid bg-talking-solid' : 'border-field-border bg-surface-tertiary'
        }`}
      >
        <span className={`absolute top-0.5 size-3 rounded-full ${isOn ? 'end-0.5 bg-white' : 'start-0.5 bg-subtle'}`} />
      </span>
      <span className={`whitespace-nowrap ${isOn ? '' : 'text-muted'}`}>{isOn ? t('onShift') : t('offShift')}</span>
    </button>
  );
}
