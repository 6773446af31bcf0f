'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { DialerProps } from '../dialer/dialer';
import { useDesk } from '../softphone/desk-context';
import { closeDialer, restoreDialer, useDialerOpen } from '../softphone/dialer-store';
import { IdlePhone } from '../softphone/idle-phone';
import { useDockKeys } from '../softphone/use-dock-keys';
import { useHasDialer } from '../softphone/use-has-dialer';
import { useSheetHeight } from '../softphone/use-sheet-height';
import { useTransfer } from '../transfer/use-transfer';
import { latePart } from '../ui/late-part';
import { showError } from '../ui/show-message';
import { useIdlePart } from '../ui/use-idle-part';
import { useLater } from '../ui/use-later';
import { RingingSignals } from './ringing-signals';

const TransferDialog = latePart(() => import('../transfer/transfer-dialog').then((module) => module.TransferDialog));

const RINGING_SHEET = 'max-lg:max-h-[70dvh]';
// As high as Hang up needs: what is written during the call has the rest of the screen, and the facts are a scroll away.
const CALL_SHEET =
  'max-lg:max-h-72 max-lg:has-[[aria-expanded=true],[role=alert]:not(:empty)]:max-h-[70dvh] max-lg:has-[[data-consultation]]:max-h-[26rem] max-lg:has-[[data-question-over]]:max-h-[22rem] max-lg:has-[form:focus-within]:max-h-[70dvh]';
// What was typed about a caller is offered also once the call is over (S1.14).
const NO_SHEET = 'max-lg:max-h-72 max-lg:not-has-[[data-left-entries]]:hidden';

const DIALER_SHEET = 'max-lg:max-h-[80dvh]';

const loadCalls = () => import('./dock-calls').then((module) => module.DockCalls);
const loadDialer = () => import('../dialer/dialer').then((module) => module.Dialer);

/**
 * The phone at the right, which never goes away; on a narrow screen a sheet at the bottom while there is a call.
 * The attribute keeps it usable while a dialog makes the rest of the page inert.
 */
export function PhoneDock() {
  const t = useTranslations('phone');
  const { me, ringing, current } = useDesk();
  const sheetHeight = ringing.length > 0 ? RINGING_SHEET : CALL_SHEET;
  const hasCalls = ringing.length + current.length > 0;
  const hasDialer = useHasDialer();
  const isDialerShown = useDialerOpen() && hasDialer;
  const Dialer = useIdlePart<DialerProps>(loadDialer, isDialerShown, () => {
    closeDialer();
    showError(t('dialerNotLoaded'));
  });

  const Calls = useLater(loadCalls, hasCalls);

  const dock = useRef<HTMLElement>(null);

  const transfer = useTransfer();
  useDockKeys(transfer.openByKey);
  useSheetHeight(dock);
  useEffect(() => restoreDialer(me.id), [me.id]);

  return (
    <aside
      ref={dock}
      aria-label={t('dock')}
      data-react-aria-top-layer="true"
      className={`min-h-0 overflow-y-auto overscroll-contain bg-surface lg:border-border lg:border-s max-lg:shrink-0 max-lg:border-border max-lg:border-t ${
        hasCalls ? sheetHeight : isDialerShown ? DIALER_SHEET : NO_SHEET
      }`}
    >
      <RingingSignals isCardThere={Calls !== null} />
      {Calls && <Calls transfer={transfer} />}
      {isDialerShown && Dialer && <Dialer isBelowCall={hasCalls} />}
      {!hasCalls && !isDialerShown && <IdlePhone />}
      {transfer.givenAwayId && <TransferDialog callId={transfer.givenAwayId} onClose={transfer.close} />}
    </aside>
  );
}
