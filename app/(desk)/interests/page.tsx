import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { NewInquiryButton } from '@/components/inquiries/new-inquiry-button';
import { ViewTabs } from '@/components/interests/view-tabs';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { filterQuery, InterestFilter } from '@/lib/interests/filter';
import { InterestPageParams } from '@/lib/interests/view';
import { ActiveCounts } from './active-counts';
import { InterestBoard } from './interest-board';
import { InterestList } from './interest-list';
import { MySales } from './my-sales';

const SKELETON_ROWS = 12;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('interests'))('title') };
}

export default async function InterestsPage({ searchParams }: Props) {
  const user = await pageUser('interest:read');
  const params = await searchParams;
  const { view } = InterestPageParams.parse(params);
  const filter = InterestFilter.parse(params);
  const { stage: _, sort: __, after: ___, ...shared } = filter;
  const mayEdit = may(user, 'interest:edit');
  const [t, words] = [await getTranslations('interests'), await getTranslations('shell')];

  return (
    <div className="flex flex-col pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-3 px-4">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <Suspense>
          <ActiveCounts />
        </Suspense>
        <span className="ms-auto">
          <NewInquiryButton intent="primary" />
        </span>
      </div>
      <ViewTabs open={view} query={filterQuery(shared)}>
        <div className="flex flex-col gap-3 px-4 pt-3">
          <Suspense key={view} fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
            {view === 'list' && <InterestList filter={filter} userId={user.id} />}
            {view === 'board' && <InterestBoard filter={filter} userId={user.id} mayEdit={mayEdit} />}
            {view === 'mine' && <MySales user={user} mayEdit={mayEdit} />}
          </Suspense>
        </div>
      </ViewTabs>
    </div>
  );
}
