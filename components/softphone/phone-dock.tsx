'use client';

import { useTranslations } from 'next-intl';
import { CurrentCall } from '../calls/current-call';
import { RingingCard } from '../calls/ringing-card';
import { useDesk } from './desk-context';
import { IdlePhone } from './idle-phone';
import { RingingSignals } from './ringing-signals';
import { useDockKeys } from './use-dock-keys';

/**
 * The phone at the right, which never goes away; on a narrow screen a sheet at the bottom while there is a call.
 * The attribute keeps it usable while a dialog makes the rest of the page inert.
 */
export function PhoneDock() {
  const t = useTranslations('phone');
  const { ringing, current } = useDesk();
  const hasCalls = ringing.length + current.length > 0;

  useDockKeys();

  return (
    <aside
      aria-label={t('dock')}
      data-react-aria-top-layer="true"
      className={`min-h-0 overflow-y-auto overscroll-contain bg-surface lg:border-border lg:border-s max-lg:max-h-[70dvh] max-lg:shrink-0 max-lg:border-border max-lg:border-t ${
        hasCalls ? '' : 'max-lg:hidden'
      }`}
    >
      <RingingSignals />
      {current.map((each, index) => (
        <CurrentCall key={each.call.callId} {...each} hasKeys={index === 0} isAnotherRinging={ringing.length > 0} />
      ))}
      {ringing.map((call, index) => (
        <RingingCard key={call.callId} call={call} hasKeys={index === 0} />
      ))}
      {!hasCalls && <IdlePhone />}
    </aside>
  );
}
