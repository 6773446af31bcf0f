'use client';

import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AssignedDriver, CallAbout, TimelineEntry } from '@/lib/deliveries/delivery-queries';
import { CallButton } from '../../softphone/call-button';
import { formatDuration } from '../../ui/formats';
import { Moment } from '../../ui/moment';
import { useFormats } from '../../ui/organisation';
import { Panel } from '../panel';

const STEPS = [
  'created',
  'changed',
  'sent',
  'rejected',
  'accepted',
  'cooking',
  'ready',
  'on_the_way',
  'delivered',
  'cancelled',
] as const;

export function DriverPanel({ driver, deliveryId }: { driver: AssignedDriver | null; deliveryId: string }) {
  const t = useTranslations('delivery');
  const noNumberReason = driver ? t('driverNoNumber') : t('noDriverReason');

  return (
    <Panel title={t('driver')}>
      <div className="flex items-center justify-between gap-2 p-3">
        {driver ? (
          <bdi className="wrap-anywhere min-w-0 font-medium">{driver.name}</bdi>
        ) : (
          <span className="text-muted">{t('noDriver')}</span>
        )}
        <CallButton
          name={t('callDriver')}
          number={driver?.e164 ?? null}
          noNumberReason={noNumberReason}
          deliveryId={deliveryId}
        />
      </div>
    </Panel>
  );
}

export function TimelinePanel({ entries, hasUnsent }: { entries: TimelineEntry[]; hasUnsent: boolean }) {
  const t = useTranslations('delivery');
  const words = useTranslations('delivery.steps');
  const formats = useFormats();

  function nameOf({ type }: TimelineEntry, isNewest: boolean): string {
    const step = STEPS.find((each) => each === type);
    if (step === 'changed' && isNewest && hasUnsent) return words('changedNotSent');
    return step ? words(step) : type;
  }

  return (
    <Panel title={t('timeline')}>
      <ol className="flex flex-col p-3">
        {entries.map((entry, position) => {
          const details = [entry.byName, entry.amountMinor !== null && formats.money(entry.amountMinor), entry.reason];
          return (
            <li key={entry.id} className="relative ps-4 not-last:pb-3">
              <span
                aria-hidden="true"
                className="absolute start-0 top-1.5 size-2 rounded-full bg-ended-solid [li:first-child>&]:bg-accent"
              />
              <div className="flex items-baseline justify-between gap-2">
                <span className="font-medium">{nameOf(entry, position === 0)}</span>
                <Moment at={entry.at} as="time" className="text-muted text-xs" />
              </div>
              <p className="wrap-anywhere text-muted text-xs">{details.filter(Boolean).join(', ')}</p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

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
