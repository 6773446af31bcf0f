import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { NewDeliveryLink } from '@/components/deliveries/list/new-delivery-link';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { pageUser } from '@/lib/auth/session';
import { DeliveryFilter } from '@/lib/deliveries/filter';
import { DeliveryList } from './delivery-list';
import { OpenCounts } from './open-counts';

const SKELETON_ROWS = 12;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deliveries'))('title') };
}

// The wait is inside the page rather than in a loading.tsx: one who may not see it gets a real redirect, not a page that began.
export default async function DeliveriesPage({ searchParams }: Props) {
  const { id: userId } = await pageUser('delivery:read');
  const filter = DeliveryFilter.parse(await searchParams);
  const [t, words] = [await getTranslations('deliveries'), await getTranslations('shell')];

  return (
    <div className="relative flex flex-col gap-3 px-4 pb-16">
      <div className="flex min-h-14 items-center gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <Suspense>
          <OpenCounts />
        </Suspense>
        <span className="ms-auto">
          <NewDeliveryLink />
        </span>
      </div>
      <Suspense fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
        <DeliveryList filter={filter} userId={userId} />
      </Suspense>
    </div>
  );
}
