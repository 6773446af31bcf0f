import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GivenUpTable } from '@/components/admin/jobs/given-up-table';
import { JobTable } from '@/components/admin/jobs/job-table';
import { RefreshOften } from '@/components/admin/pbx/refresh-often';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { listGivenUp, listJobs } from '@/lib/jobs/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') };
}

/** What Offhook does by itself, and what it could not. */
export default async function JobsPage() {
  await pageUser('jobs:manage');
  const [t, jobs, messages] = await Promise.all([getTranslations('jobs'), listJobs(), listGivenUp(now())]);
  const panel = 'panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0';

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <RefreshOften />
      <h1 className="flex min-h-14 items-center font-semibold text-lg">{t('title')}</h1>
      <section aria-label={t('running')} className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('running')}</h2>
        <p className="max-w-prose text-muted">{t('runningHint')}</p>
        <div className={panel}>
          <JobTable jobs={jobs} />
        </div>
      </section>
      <section aria-label={t('messages')} className="flex flex-col gap-2 pt-3">
        <h2 className="font-semibold">{t('messages')}</h2>
        <p className="max-w-prose text-muted">{t('messagesHint')}</p>
        <div className={panel}>
          <GivenUpTable messages={messages} />
        </div>
      </section>
    </div>
  );
}
