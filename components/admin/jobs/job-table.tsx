import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { JobList, JobRow, JobState } from '@/lib/jobs/types';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';
import { RetryButton } from './retry-button';

const TONES = { waiting: 'neutral', running: 'talking', retrying: 'ringing', failed: 'missed' } as const satisfies Record<
  JobState,
  Tone
>;

/** What is not done: what went wrong stands first. */
export function JobTable({ jobs: { rows, hasMore } }: { jobs: JobList }) {
  const t = useTranslations('jobs');

  if (rows.length === 0) return <EmptyState icon={<ListChecks aria-hidden="true" />} title={t('none')} hint={t('noneHint')} />;
  return (
    <>
      <table aria-label={t('running')} className="data-table">
        <thead className="@max-[44rem]:sr-only">
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('attempts')}
            </th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('next')}
            </th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('error')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((job) => (
            <Row key={job.id} job={job} />
          ))}
        </tbody>
      </table>
      {hasMore && <p className="px-3 py-2 text-muted">{t('more', { count: rows.length })}</p>}
    </>
  );
}

function Row({ job }: { job: JobRow }) {
  const t = useTranslations('jobs');
  const kinds = useTranslations('jobs.kinds');
  const isWaiting = job.state === 'waiting' || job.state === 'retrying';
  const what = kindOf(job.kind, kinds);

  return (
    <tr>
      <td className="w-1/3 max-w-0 @max-[44rem]:w-full @max-[44rem]:py-2!">
        <span className="block truncate font-medium" title={job.kind}>
          {what}
        </span>
        {job.lastError && (
          <span className="wrap-anywhere block whitespace-normal text-missed text-xs @min-[44rem]:hidden">{job.lastError}</span>
        )}
      </td>
      <td className="w-0 whitespace-nowrap">
        <Chip tone={TONES[job.state]}>{t(`states.${job.state}`)}</Chip>
      </td>
      <td className="num hidden w-0 whitespace-nowrap text-muted @min-[44rem]:table-cell">
        {t('attemptsOf', { done: job.attempts, most: job.maxAttempts })}
      </td>
      <td className="hidden w-0 whitespace-nowrap text-muted @min-[44rem]:table-cell">
        {isWaiting && <Moment at={job.runAt} />}
      </td>
      <td className="hidden w-2/3 max-w-0 truncate text-muted @min-[44rem]:table-cell" title={job.lastError ?? undefined}>
        {job.lastError}
      </td>
      <td className="w-0">{job.state === 'failed' && <RetryButton kind="job" id={job.id} what={what} />}</td>
    </tr>
  );
}

/** A job that is newer than its words is called by its name in the code. */
function kindOf(kind: string, words: ReturnType<typeof useTranslations<'jobs.kinds'>>): string {
  const known = KINDS.find((each) => each === kind);
  return known ? words(known) : kind;
}

const KINDS = [
  'sweepLostCalls',
  'expireRawEvents',
  'expireSessions',
  'expireInquiryDrafts',
  'expireTillMessages',
  'sweepFiles',
  'tellTills',
  'tellTill',
  'sweepImports',
  'runImports',
  'runImport',
  'sendSms',
  'mailMissedCalls',
  'forgetMessages',
] as const;
