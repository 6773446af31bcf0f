import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { NotificationSettings } from '@/components/missed-calls/notification-settings';
import { SmsFailures } from '@/components/missed-calls/sms-failures';
import { StatisticsButton } from '@/components/missed-calls/statistics-button';
import { VerifyButton } from '@/components/missed-calls/verify-button';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { MissedCallFilter } from '@/lib/missed-calls/filter';
import { statisticsQuery } from '@/lib/statistics/filter';
import { MissedCallList } from './missed-call-list';

const SKELETON_ROWS = 8;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('missedCalls'))('title') };
}

export default async function MissedCallsPage({ searchParams }: Props) {
  const user = await pageUser('missed-call:read');
  const filter = MissedCallFilter.parse(await searchParams);
  const [t, words] = [await getTranslations('missedCalls'), await getTranslations('shell')];

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <div className="ms-auto flex items-center gap-2">
          {may(user, 'audit:read') && <VerifyButton />}
          {may(user, 'statistics:read') && <StatisticsButton query={String(statisticsQuery(filter))} />}
          <NotificationSettings />
        </div>
      </div>
      <SmsFailures />
      <Suspense fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
        <MissedCallList filter={filter} user={user} />
      </Suspense>
    </div>
  );
}
