'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { whatPhoneCan } from '@/lib/softphone/what-phone-can';
import { type CallNotice, type NoticeAct, onNoticeAct, registerNotices, syncNotices } from './call-notices';
import { useDesk } from './desk-context';
import { dueNotices } from './due-notices';
import { followVisibility } from './seen-tabs';
import { useCallAct } from './use-call-act';
import { useNoticePermission } from './use-notice-permission';

/** The browser may still count a tab as in view that has just gone: it is looked at again, so that no call rings unseen. */
const LOOKED_AT_AGAIN_MS = [1_000, 3_000];
const ACTS = ['answer', 'reject'] as const;

/** Shows what rings on the desktop while no tab is in view (S4.12), takes it away when the ring ends, and does what is pressed there. */
export function useCallNotices(ringing: readonly CallNotice[]): void {
  const t = useTranslations('phone');
  const { phone, state, sip } = useDesk();
  const answering = useCallAct();
  const rejecting = useCallAct();
  const isGranted = useNoticePermission() === 'granted';
  const [registration, setRegistration] = useState<ServiceWorkerRegistration | null>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);

  const wanted = ringing.filter(({ callId }) => !dismissed.includes(callId));
  const due = dueNotices(wanted, { isLive: state.link === 'live', isRegistered: sip?.registration === 'registered' });
  const sync = useEffectEvent(() => {
    if (!registration || !due) return;
    const can = whatPhoneCan({ ...state, sip });
    const buttons = ACTS.filter((action) => can[action]).map((action) => ({ action, title: t(action) }));
    void syncNotices(registration, due, buttons);
  });

  const press = useEffectEvent((act: NoticeAct, callId: string) => {
    if (act === 'answer') void answering.act(() => phone.answer(callId));
    if (act === 'reject') void rejecting.act(() => phone.reject(callId));
    if (act === 'dismissed') setDismissed((before) => [...before, callId]);
  });

  useEffect(() => {
    if (!isGranted) return;
    let isGone = false;
    registerNotices().then(
      (registered) => !isGone && setRegistration(registered),
      // No worker, no notification: the card, the sound and the title still tell of the call.
      () => undefined,
    );
    let again: ReturnType<typeof setTimeout>[] = [];
    const look = () => {
      again.forEach(clearTimeout);
      again = LOOKED_AT_AGAIN_MS.map((milliseconds) => setTimeout(() => sync(), milliseconds));
      sync();
    };
    const stops = [onNoticeAct((act, callId) => press(act, callId)), followVisibility(look)];
    return () => {
      isGone = true;
      again.forEach(clearTimeout);
      for (const stop of stops) stop();
    };
  }, [isGranted]);

  const rings = due?.map(({ callId, title, body }) => `${callId} ${title} ${body}`).join('\n');
  useEffect(() => sync(), [registration, rings]);
}
