'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type InterestView, viewPath } from '@/lib/interests/view';
import { LinkTabs } from '../ui/link-tabs';

/** The views of the interests; which one is open stands in the address. */
export function ViewTabs({ open, children }: { open: InterestView; children: ReactNode }) {
  const t = useTranslations('interests');
  const tab = (id: InterestView) => ({ id, label: t(`view.${id}`), href: viewPath(id) });

  return (
    <LinkTabs label={t('views')} tabs={[tab('list'), tab('board'), tab('mine')]} open={open}>
      {children}
    </LinkTabs>
  );
}
