'use client';

import { useTranslations } from 'next-intl';
import type { TimelineEntry } from '@/lib/deliveries/delivery-queries';
import { useFormats } from '../../ui/organisation';

/** An event of the timeline in words: who, and what exactly. */
export function useEventWords(): (entry: TimelineEntry) => string[] {
  const t = useTranslations('deliveryCard.events');
  const statuses = useTranslations('deliveryStatus');
  const parts = useTranslations('delivery.conflict.parts');
  const { money, time } = useFormats();

  function amountOf({ amountMinor, fromAmountMinor }: TimelineEntry): string | null {
    if (amountMinor === null) return null;
    if (fromAmountMinor === null || fromAmountMinor === amountMinor) return money(amountMinor);
    return `${money(fromAmountMinor)} → ${money(amountMinor)}`;
  }

  /** What a sending or an edit changed: each product by name where the event kept it, else that the order did. */
  function changesOf({ parts: changed, added, removed, changed: otherwise, areLines }: TimelineEntry): (string | null)[] {
    const areNamed = added.length + removed.length + otherwise.length > 0;
    return [
      ...added.map((product) => t('added', { product })),
      ...removed.map((product) => t('removed', { product })),
      ...otherwise.map((product) => t('changed', { product })),
      areLines && !areNamed ? t('order') : null,
      ...changed.map((part) => parts(part)),
    ];
  }

  function factsOf(entry: TimelineEntry): (string | null)[] {
    const { type, reason, pointOfSale, promisedAt, driver, from, to } = entry;
    switch (type) {
      case 'sent':
        return [pointOfSale && t(entry.isMoved ? 'movedTo' : 'to', { pointOfSale }), amountOf(entry), ...changesOf(entry)];
      case 'changed':
        return changesOf(entry);
      case 'accepted':
        return [promisedAt && t('promised', { time: time(promisedAt) })];
      case 'driver_assigned':
        return [driver || (from && t('unassigned', { driver: from }))];
      case 'stepped_back':
        return [to && t('backTo', { status: statuses(to) })];
      default:
        return [reason];
    }
  }

  return (entry) => {
    const place = entry.type === 'sent' ? '' : entry.pointOfSale;
    const who = [entry.byName, place && entry.side === 'till' ? t('till', { pointOfSale: place }) : place];
    return [...who, ...factsOf(entry)].filter((each): each is string => Boolean(each));
  };
}
