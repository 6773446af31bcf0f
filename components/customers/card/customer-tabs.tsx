'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CustomerTab } from '@/lib/customers/card-tab';
import { LinkTabs } from '../../ui/link-tabs';

type CustomerTabsProps = { customerId: string; open: CustomerTab; hasInterests: boolean; children: ReactNode };

/** The parts of the card; which one is open stands in the address. */
export function CustomerTabs({ customerId, open, hasInterests, children }: CustomerTabsProps) {
  const t = useTranslations('customerCard');
  const tab = (id: CustomerTab) => ({
    id,
    label: t(`tabs.${id}`),
    href: `/customers/${customerId}${id === 'overview' ? '' : `?tab=${id}`}`,
  });

  const interests = hasInterests ? [tab('interests')] : [];

  return (
    <LinkTabs
      label={t('parts')}
      tabs={[tab('overview'), tab('deliveries'), ...interests, tab('calls'), tab('files')]}
      open={open}
    >
      {children}
    </LinkTabs>
  );
}
