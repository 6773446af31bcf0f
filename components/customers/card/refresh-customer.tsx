'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useRefreshSoon } from '../../live/use-refresh-soon';
import { LinkButton } from '../../ui/link-button';

type Merged = { keptId: string; name: string; byName: string };

/**
 * Renders the card again after this customer, or a delivery or an interest that may be theirs, changed. One that a colleague merged away stays as it
 * is, with what is being typed on it, until its reader goes on to the record it became part of.
 */
export function RefreshCustomer({ customerId }: { customerId: string }) {
  const t = useTranslations('customerCard');
  const [merged, setMerged] = useState<Merged | null>(null);
  const refreshSoon = useRefreshSoon();
  const refresh = () => merged === null && refreshSoon();

  useLiveEvent('customer:merged', (merge) => {
    if (merge.customerId === customerId) setMerged(merge);
  });
  useLiveEvent('customer:changed', (changed) => {
    if (changed.customerId !== customerId) return;
    // It is there again: the merge was undone.
    setMerged(null);
    refreshSoon();
  });
  useLiveEvent('delivery:changed', refresh);
  useLiveEvent('interest:changed', refresh);
  useConnected(refresh);

  return (
    merged && (
      <div role="alert" className="sticky top-0 z-10 flex flex-wrap items-center justify-between gap-2 bg-ringing-soft px-4 py-2">
        <p className="wrap-anywhere min-w-0">{t('mergedNow', { name: merged.name, by: merged.byName })}</p>
        <LinkButton size="sm" href={`/customers/${merged.keptId}?merged=${customerId}`} prefetch={false}>
          {t('openKept')}
        </LinkButton>
      </div>
    )
  );
}
