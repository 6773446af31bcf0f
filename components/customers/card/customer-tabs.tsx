'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CustomerTab } from '@/lib/customers/card-tab';
import { LinkTabs } from '../../ui/link-tabs';

/** The parts of the card; which one is open stands in the address. */
export function CustomerTabs({ customerId, open, children }: { customerId: string; open: CustomerTab; children: ReactNode }) {
  const t = useTranslations('customerCard');
  const tab = (id: CustomerTab) => ({
    id,
    label: t(`tabs.${id}`),
    href: `/customers/${customerId}${id === 'overview' ? '' : `?tab=${id}`}`,
  });

  return (
    <LinkTabs label={t('parts')} tabs={[tab('overview'), tab('deliveries'), tab('calls'), tab('files')]} open={open}>
      {children}
    </LinkTabs>
  );
}
