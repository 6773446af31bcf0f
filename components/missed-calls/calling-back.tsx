'use client';

import { PhoneCall } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { LiveCallBack } from '@/lib/call-backs/types';
import { useDesk } from '../softphone/desk-context';
import { useServerNow } from '../softphone/use-server-now';
import { formatDuration } from '../ui/formats';

/** Who is calling this caller back, and for how long: nobody else needs to. */
export function CallingBack({ callBack: { by, startedAt, answeredAt }, nowMs }: { callBack: LiveCallBack; nowMs: number }) {
  const t = useTranslations('missedCalls');
  const { me } = useDesk();
  const seconds = (useServerNow(nowMs) - Date.parse(answeredAt ?? startedAt)) / 1_000;
  const isMine = by.id === me.id;
  const name = by.name.split(' ')[0] ?? by.name;

  function words() {
    if (answeredAt) return isMine ? t('youTalk') : t('talking', { name });
    return isMine ? t('youCall') : t('calling', { name });
  }

  return (
    <span
      title={by.name}
      className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-talking-soft px-2.5 font-medium text-talking text-xs"
    >
      <PhoneCall aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="whitespace-nowrap">
        {words()} (
        <span role="timer" className="num">
          {formatDuration(seconds)}
        </span>
        )
      </span>
    </span>
  );
}
