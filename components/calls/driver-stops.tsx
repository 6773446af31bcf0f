'use client';

import { ClockAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CardDriver, CardStop } from '@/lib/caller-card/types';
import { overdueMinutes } from '@/lib/deliveries/status';
import { CallButton } from '../softphone/call-button';
import { useServerNow } from '../softphone/use-server-now';
import { Chip } from '../ui/chip';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { Overdue } from './overdue';

const LISTED = 6;

/** What a driver who rings still has to bring today; once the call is up, each customer is one press away (S0.20). */
export function DriverStops({ driver, canCall }: { driver: CardDriver; canCall: boolean }) {
  const t = useTranslations('callerCard');
  if (driver.deliveries.length === 0) return <p className="text-muted">{t('noStops')}</p>;

  const more = driver.deliveries.length - LISTED;
  return (
    <ul aria-label={t('stops')} className="flex flex-col gap-2">
      {driver.deliveries.slice(0, LISTED).map((stop) => (
        <Stop key={stop.id} stop={stop} canCall={canCall} />
      ))}
      {more > 0 && (
        <li className="text-xs">
          <Link href={`/drivers/${driver.id}`} className="text-accent-text underline underline-offset-2">
            {t('more', { count: more })}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Stop({ stop, canCall }: { stop: CardStop; canCall: boolean }) {
  const t = useTranslations('callerCard');
  const statuses = useTranslations('deliveryStatus');
  const nowMs = useServerNow();
  const timeOf = useTimeOfDay(nowMs);
  const late = overdueMinutes(stop.wantedAt, stop.status, nowMs);
  const status = statuses(stop.status);

  return (
    <li className="flex items-center gap-2 rounded-md border border-border px-2.5 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center justify-between gap-2">
          <Link href={`/deliveries/${stop.id}`} className="num font-medium text-accent-text hover:underline">
            #{stop.number}
          </Link>
          {late > 0 && (
            <Chip tone="missed" icon={<ClockAlert aria-hidden="true" />}>
              <Overdue minutes={late} />
            </Chip>
          )}
        </p>
        {stop.customerName && (
          <p className="truncate font-medium" title={stop.customerName}>
            <bdi>{stop.customerName}</bdi>
          </p>
        )}
        <p className="text-muted">{stop.wantedAt ? t('stageDue', { stage: status, time: timeOf(stop.wantedAt) }) : status}</p>
      </div>
      {canCall && (
        <CallButton name={t('callCustomer')} number={stop.phoneE164} noNumberReason={t('noNumber')} deliveryId={stop.id} />
      )}
    </li>
  );
}
