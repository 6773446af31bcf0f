import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { pageUser } from '@/lib/auth/session';
import { StatisticsFilter } from '@/lib/statistics/filter';
import { StatisticsView } from './statistics-view';

const SKELETON_ROWS = 8;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') };
}

export default async function StatisticsPage({ searchParams }: Props) {
  const user = await pageUser('statistics:read');
  const filter = StatisticsFilter.parse(await searchParams);
  const words = await getTranslations('shell');

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <Suspense fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
        <StatisticsView filter={filter} user={user} />
      </Suspense>
    </div>
  );
}
