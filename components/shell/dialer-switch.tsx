'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { changeSettings } from '@/lib/users/settings-actions';
import { useDesk } from '../softphone/desk-context';
import { showError } from '../ui/show-message';
import { Switch } from '../ui/switch';

/** On at once; back, with a sentence, where the server says no (S2.8). */
export function DialerSwitch() {
  const t = useTranslations('dialer');
  const refusals = useTranslations('refusals');
  const [isOn, show] = useOptimistic(useDesk().me.showsDialer);
  const [, startTransition] = useTransition();

  function flip() {
    const isShown = !isOn;
    startTransition(async () => {
      show(isShown);
      const result = await changeSettings({ setting: 'showsDialer', isShown }).catch(() => undefined);
      if (!result?.ok) showError(refusals(result?.reason ?? 'unavailable'));
    });
  }

  return (
    <Switch isOn={isOn} side="start" tabIndex={-1} onClick={flip} className="mt-2 w-full justify-between max-lg:min-h-11">
      {t('show')}
    </Switch>
  );
}
