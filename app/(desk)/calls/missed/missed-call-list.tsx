import { PhoneMissed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { LiveMissedCalls } from '@/components/missed-calls/live-missed-calls';
import { MissedCallFilters } from '@/components/missed-calls/missed-call-filters';
import { MissedCallPages } from '@/components/missed-calls/missed-call-pages';
import { MissedCallsTable } from '@/components/missed-calls/missed-calls-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { SignedInUser } from '@/lib/auth/signed-in-user';
import { liveCallBacks } from '@/lib/call-backs/queries';
import { now } from '@/lib/clock';
import { filterQuery, type MissedCallFilter } from '@/lib/missed-calls/filter';
import { linesWithMissedCalls, listMissedCalls } from '@/lib/missed-calls/queries';
import { missedCallViewer } from '@/lib/missed-calls/visible';

type MissedCallListProps = { filter: MissedCallFilter; user: SignedInUser; mayHide: boolean };

/** Everything of the list that needs the database. */
export async function MissedCallList({ filter, user, mayHide }: MissedCallListProps) {
  const viewer = await missedCallViewer(user);
  const [t, { rows, next }, lines] = await Promise.all([
    getTranslations('missedCalls'),
    listMissedCalls(filter, viewer),
    linesWithMissedCalls(viewer),
  ]);
  const callers = rows.map((row) => row.callerE164).filter((number) => number !== null);
  const callBacks = await liveCallBacks(callers, now());
  const query = filterQuery(filter);
  const isFiltered = query !== '' || filter.after !== undefined;

  return (
    <>
      <MissedCallFilters filter={filter} lines={lines} />
      <LiveMissedCalls>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <MissedCallsTable
              rows={rows.map((row) => ({ ...row, callBack: callBacks.get(row.id) ?? null }))}
              nowMs={now().getTime()}
              mayHide={mayHide}
            />
          ) : (
            <EmptyState
              icon={<PhoneMissed aria-hidden="true" />}
              title={isFiltered ? t('nothingFound') : t('empty')}
              hint={isFiltered ? t('nothingFoundHint') : t('emptyHint')}
              action={isFiltered && <LinkButton href="/calls/missed">{t('clearFilters')}</LinkButton>}
            />
          )}
        </div>
      </LiveMissedCalls>
      <MissedCallPages query={query} isFurther={filter.after !== undefined} next={next} />
    </>
  );
}
