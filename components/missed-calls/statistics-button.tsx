'use client';

import { ChartPie } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeskRouter } from '../live/use-desk-router';
import { Button } from '../ui/button';

/** To the statistics of the same period and line (S2.24). */
export function StatisticsButton({ query }: { query: string }) {
  const t = useTranslations('missedCalls');
  const router = useDeskRouter();

  return (
    <span className="ms-auto">
      <Button icon={<ChartPie aria-hidden="true" />} onClick={() => router.push(`/statistics?${query}`)}>
        {t('statistics')}
      </Button>
    </span>
  );
}
