'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { closeDialer } from '../softphone/dialer-store';
import { showError } from '../ui/show-message';
import type { DialerProps } from './dialer';

/**
 * The dialer, once it is here: most calls ring, or begin with a press elsewhere, and must not wait for it to load.
 * Not React's `lazy`, whose failure would take the whole desk with it.
 */
export function LazyDialer(props: DialerProps) {
  const t = useTranslations('dialer');
  const [Dialer, setDialer] = useState<ComponentType<DialerProps> | null>(null);

  const load = useEffectEvent(() =>
    import('./dialer').then(
      (module) => setDialer(() => module.Dialer),
      () => {
        closeDialer();
        showError(t('notLoaded'));
      },
    ),
  );
  useEffect(() => void load(), []);

  return Dialer && <Dialer {...props} />;
}
