'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Destination } from '@/lib/caller-card/types';
import { openInquiry } from '../inquiries/open-inquiry';
import { useLiveEvent } from '../live/use-live-event';
import { useIdlePart } from '../ui/use-idle-part';
import type { ChooseCustomerProps } from './choose-customer';
import { claimOpening } from './claim-opening';
import { useDesk } from './desk-context';
import { destinationPath } from './destination-path';

type Answer = { callId: string; opens: Destination; heardAtMs: number };
type Choice = { callId: string; opens: Extract<Destination, { kind: 'chooseCustomer' }> };

// The tab in front, where Answer was pressed, goes before another window that is merely visible.
const BEHIND_MS = 200;

const loadChoice = () => import('./choose-customer').then((module) => module.ChooseCustomer);

/** Opens what an answered call leads to, in one tab of this browser: the one in front, or the first to come to the front. */
export function OpenOnAnswer() {
  const router = useRouter();
  const { me } = useDesk();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);

  const ChooseCustomer = useIdlePart<ChooseCustomerProps>(loadChoice, choice !== null);

  useLiveEvent('call:answered', ({ callId, opens }) => {
    if (opens.kind !== 'nothing') setAnswer({ callId, opens, heardAtMs: Date.now() });
  });

  const open = useEffectEvent(async ({ callId, opens, heardAtMs }: Answer) => {
    setAnswer(null);
    // A choice of an earlier call would lie over what this one opens.
    setChoice(null);
    if (!(await claimOpening(callId, heardAtMs))) return;

    if (opens.kind === 'inquiry') {
      if (me.mayRegister) openInquiry({ callId, customerId: null, isByItself: true });
      return;
    }
    if (opens.kind === 'chooseCustomer') return setChoice({ callId, opens });
    const path = destinationPath(opens, callId);
    if (path) router.push(path);
  });

  useEffect(() => {
    if (!answer) return;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const openWhenVisible = () => {
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => open(answer), document.hasFocus() ? 0 : BEHIND_MS);
    };
    openWhenVisible();
    document.addEventListener('visibilitychange', openWhenVisible);

    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', openWhenVisible);
    };
  }, [answer]);

  if (!choice || !ChooseCustomer) return null;
  return (
    <ChooseCustomer
      customers={choice.opens.customers}
      phone={choice.opens.phone}
      callId={choice.callId}
      onClose={() => setChoice(null)}
    />
  );
}
