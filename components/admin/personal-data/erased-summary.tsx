'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Footprint } from '@/lib/personal-data/types';
import { LinkButton } from '../../ui/link-button';

/** What was done. The address of the page names the number still: the way on leads away from it. */
export function ErasedSummary({ footprint }: { footprint: Footprint }) {
  const t = useTranslations('personalData');

  return (
    <section role="status" aria-label={t('erased')} className="panel flex flex-col items-start gap-3 p-4">
      <p className="flex items-center gap-2 font-medium">
        <CircleCheck aria-hidden="true" className="size-4 text-talking" />
        {t('erased')}
      </p>
      <p>{t('erasedWhat', { ...footprint })}</p>
      <LinkButton href="/admin/personal-data" replace>
        {t('another')}
      </LinkButton>
    </section>
  );
}
