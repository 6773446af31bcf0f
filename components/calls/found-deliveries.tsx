'use client';

import { ClockAlert, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CallerCard, CardDelivery } from '@/lib/caller-card/types';
import { overdueMinutes } from '@/lib/deliveries/status';
import { useServerNow } from '../softphone/use-server-now';
import { Chip } from '../ui/chip';
import { Money } from '../ui/money';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { Overdue } from './overdue';

const LISTED = 4;

/** The open deliveries of the caller: stage, responsible, whether overdue and by how much (S0.4, S1.8). */
export function FoundDeliveries({ card, callId }: { card: CallerCard; callId: string }) {
  const t = useTranslations('callerCard');
  if (card.openDeliveries.length === 0) return null;

  const listed = card.openDeliveries.slice(0, LISTED);
  const more = card.openDeliveryCount - listed.length;

  return (
    <ul aria-label={t('openDeliveries')} className="flex flex-col gap-2">
      {listed.map((delivery) => (
        <FoundDelivery key={delivery.id} delivery={delivery} callId={callId} />
      ))}
      {more > 0 && <li className="text-muted text-xs">{t('more', { count: more })}</li>}
    </ul>
  );
}

function FoundDelivery({ delivery, callId }: { delivery: CardDelivery; callId: string }) {
  const t = useTranslations('callerCard');
  const statuses = useTranslations('deliveryStatus');
  const nowMs = useServerNow();
  const timeOf = useTimeOfDay(nowMs);
  const late = overdueMinutes(delivery.wantedAt, delivery.status, nowMs);

  const stage = delivery.wantedAt
    ? t('stageDue', { stage: statuses(delivery.status), time: timeOf(delivery.wantedAt) })
    : statuses(delivery.status);

  return (
    <li className="rounded-md border border-border px-2.5 py-2">
      <p className="flex flex-wrap items-center justify-between gap-x-2">
        <Link
          href={`/deliveries/${delivery.id}?${new URLSearchParams({ call: callId })}`}
          className="truncate font-medium text-accent-text hover:underline"
        >
          #{delivery.number} · <Money minor={delivery.totalMinor} />
        </Link>
        {late > 0 && (
          <Chip tone="missed" icon={<ClockAlert aria-hidden="true" />}>
            <Overdue minutes={late} />
          </Chip>
        )}
      </p>
      <p className="wrap-anywhere text-muted">
        {stage}
        {delivery.responsibleName && (
          <>
            {' · '}
            <bdi>{delivery.responsibleName}</bdi>
          </>
        )}
      </p>
    </li>
  );
}

/** Drafts of this number that somebody began and left: taken up again with one press. */
export function LeftDrafts({ card, callId }: { card: CallerCard; callId: string }) {
  const t = useTranslations('callerCard');
  if (card.drafts.length === 0) return null;

  return (
    <ul aria-label={t('drafts')} className="flex flex-col gap-1">
      {card.drafts.slice(0, LISTED).map((draft) => (
        <li key={draft.id} className="flex items-center gap-1.5">
          <PencilLine aria-hidden="true" className="size-3.5 shrink-0 text-accent-text" />
          <Link
            href={`/deliveries/${draft.id}?${new URLSearchParams({ call: callId })}`}
            className="truncate text-accent-text hover:underline"
          >
            {t('continueDraft', { number: draft.number })}
          </Link>
          <Money minor={draft.totalMinor} className="ms-auto text-muted" />
        </li>
      ))}
    </ul>
  );
}
