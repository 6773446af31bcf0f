'use client';

import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CallAbout } from '@/lib/deliveries/delivery-queries';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { formatDuration } from '../../ui/formats';
import { Moment } from '../../ui/moment';
import { Panel } from '../panel';

export function CallsPanel({ calls }: { calls: CallAbout[] }) {
  const t = useTranslations('delivery');

  return (
    <Panel title={t('calls')}>
      <ul className="flex flex-col gap-2 p-3">
        {calls.map((call) => (
          <li key={call.id} className="flex items-center gap-2">
            <CallIcon call={call} />
            <Moment at={call.startedAt} as="time" />
            <bdi className="min-w-0 flex-1 truncate text-muted">{call.operator?.name}</bdi>
            <CallOutcome call={call} />
            <OpenInDialer number={call.direction === 'outbound' ? call.toDisplay : call.fromDisplay} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CallOutcome({ call }: { call: CallAbout }) {
  const t = useTranslations('delivery');
  if (call.isMissed) return <span className="text-missed">{t('callMissed')}</span>;
  return <span className="num text-muted">{call.phase === 'ended' ? formatDuration(call.talkSeconds) : t('callNow')}</span>;
}

function CallIcon({ call }: { call: CallAbout }) {
  const t = useTranslations('delivery');
  if (call.isMissed) return <PhoneMissed aria-hidden="true" className="size-3.5 shrink-0 text-missed" />;
  if (call.direction === 'outbound')
    return <PhoneOutgoing role="img" aria-label={t('callOut')} className="size-3.5 shrink-0 text-subtle" />;
  return <PhoneIncoming role="img" aria-label={t('callIn')} className="size-3.5 shrink-0 text-subtle" />;
}
