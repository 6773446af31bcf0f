'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { discardDraft, readWaiting } from '@/lib/inquiries/draft-actions';
import type { WaitingInquiry } from '@/lib/inquiries/types';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import { Moment } from '../ui/moment';
import { PhoneNumberText } from '../ui/phone-number-text';
import { showError } from '../ui/show-message';
import { draftKeeperOf } from './draft-keepers';
import { openInquiry, useOpenedInquiry } from './open-inquiry';

/** Inquiries that calls of one's own were left with when they ended: continued, or thrown away. Never in the way of a call that rings. */
export function LeftInquiries() {
  const { me, ringing, current } = useDesk();
  if (!me.mayRegister || ringing.length > 0) return null;

  return <Waiting calls={current.map(({ call }) => call.callId).join(' ')} />;
}

function Waiting({ calls }: { calls: string }) {
  const t = useTranslations('inquiry');
  const refusals = useTranslations('refusals');
  const { me } = useDesk();
  const opened = useOpenedInquiry();
  const isAtHand = (callId: string) => callId === opened?.callId || calls.split(' ').includes(callId);
  const { waiting, read } = useWaiting(`${calls} ${opened?.callId}`, isAtHand);
  const shown = waiting.filter(({ callId }) => !isAtHand(callId));
  if (shown.length === 0) return null;

  async function discard({ callId, version }: WaitingInquiry) {
    const answer = await discardDraft({ callId, version }).catch(() => null);
    if (!answer?.ok) {
      showError(refusals(answer?.reason ?? 'unavailable'));
      return read();
    }
    draftKeeperOf(me.id, { callId }).dropped();
    read();
  }

  return (
    <section aria-label={t('left')} data-left-entries="" className="border-border border-b bg-surface p-4">
      <h2 className="font-semibold">{t('left')}</h2>
      <ul className="flex flex-col divide-y divide-separator">
        {shown.map((each) => (
          <li key={each.callId} className="flex flex-col gap-2 py-3 last:pb-0">
            <p className="wrap-anywhere line-clamp-2">
              <bdi>{each.title}</bdi>
            </p>
            <p className="text-muted">
              {each.display && (
                <>
                  <PhoneNumberText display={each.display} /> ·{' '}
                </>
              )}
              <Moment at={each.at} />
            </p>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => openInquiry({ callId: each.callId, customerId: null, isByItself: false })}>
                {t('continue')}
              </Button>
              <Button size="sm" intent="ghost" onClick={() => void discard(each)}>
                {t('discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Read again when a call ends, when the wizard closes, and when a draft changes. */
function useWaiting(reason: string, isAtHand: (callId: string) => boolean) {
  const [waiting, setWaiting] = useState<WaitingInquiry[]>([]);
  const read = useCallback(() => {
    // Without an answer the list stays as it is: nothing of it is lost.
    void readWaiting()
      .then((answer) => answer.ok && setWaiting(answer.data))
      .catch(() => undefined);
  }, []);

  useEffect(read, [read, reason]);
  useConnected(read);
  // What is being written on a call that is up, or in the wizard, is shown there.
  useLiveEvent('inquiry:draft', ({ callId }) => {
    if (!isAtHand(callId)) read();
  });

  return { waiting, read };
}
