'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useDesk } from '../softphone/desk-context';
import { IdlePhone } from '../softphone/idle-phone';
import { useDockKeys } from '../softphone/use-dock-keys';
import { useSheetHeight } from '../softphone/use-sheet-height';
import { CurrentCall } from './current-call';
import { RingingCard } from './ringing-card';
import { RingingSignals } from './ringing-signals';

const RINGING_SHEET = 'max-lg:max-h-[70dvh]';
// As high as Hang up needs: what is written during the call has the rest of the screen, and the facts are a scroll away.
const CALL_SHEET = 'max-lg:max-h-72 max-lg:has-[[aria-expanded=true],[role=alert]:not(:empty)]:max-h-[70dvh]';

/**
 * The phone at the right, which never goes away; on a narrow screen a sheet at the bottom while there is a call.
 * The attribute keeps it usable while a dialog makes the rest of the page inert.
 */
export function PhoneDock() {
  const t = useTranslations('phone');
  const { ringing, current } = useDesk();
  const sheetHeight = ringing.length > 0 ? RINGING_SHEET : CALL_SHEET;
  const hasCalls = ringing.length + current.length > 0;

  const dock = useRef<HTMLElement>(null);

  useDockKeys();
  useSheetHeight(dock);

  return (
    <aside
      ref={dock}
      aria-label={t('dock')}
      data-react-aria-top-layer="true"
      className={`min-h-0 overflow-y-auto overscroll-contain bg-surface lg:border-border lg:border-s max-lg:shrink-0 max-lg:border-border max-lg:border-t ${
        hasCalls ? sheetHeight : 'max-lg:hidden'
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
