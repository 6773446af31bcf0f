'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { setShift } from '@/lib/drivers/actions';
import { showError } from '../ui/show-message';
import { Switch } from '../ui/switch';

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
    <Switch isOn={isOn} aria-label={t('shiftOf', { name })} onClick={flip} className="max-sm:min-h-11">
      <span className={`whitespace-nowrap ${isOn ? '' : 'text-muted'}`}>{isOn ? t('onShift') : t('offShift')}</span>
    </Switch>
  );
}
