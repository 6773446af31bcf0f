import { PhoneMissed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { LiveMissedCalls } from '@/components/missed-calls/live-missed-calls';
import { MissedCallFilters } from '@/components/missed-calls/missed-call-filters';
import { MissedCallPages } from '@/components/missed-calls/missed-call-pages';
import { MissedCallsTable } from '@/components/missed-calls/missed-calls-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/lib/auth/roles';
import type { SignedInUser } from '@/lib/auth/signed-in-user';
import { liveCallBacks } from '@/lib/call-backs/queries';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { filterQuery, type MissedCallFilter } from '@/lib/missed-calls/filter';
import { countNotes } from '@/lib/missed-calls/note-queries';
import { linesWithMissedCalls, listMissedCalls } from '@/lib/missed-calls/queries';
import { readMissedCallSettings } from '@/lib/missed-calls/settings';
import { missedCallViewer } from '@/lib/missed-calls/visible';

type MissedCallListProps = { filter: MissedCallFilter; user: SignedInUser };

/** Everything of the list that needs the database. */
export async function MissedCallList({ filter, user }: MissedCallListProps) {
  const viewer = await missedCallViewer(user);
  const [t, { rows, next }, lines] = await Promise.all([
    getTranslations('missedCalls'),
    listMissedCalls(filter, viewer),
    linesWithMissedCalls(viewer),
  ]);
  const callers = rows.map((row) => row.callerE164).filter((number) => number !== null);
  const [callBacks, notes, { deleteAfterDays }] = await Promise.all([
    liveCallBacks(callers, now()),
    countNotes(
      rows.map((row) => row.id),
      callViewer(user),
    ),
    readMissedCallSettings(),
  ]);
  const query = filterQuery(filter);
  const isFiltered = query !== '' || filter.after !== undefined;

  return (
    <>
      <MissedCallFilters filter={filter} lines={lines} />
      <LiveMissedCalls>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <MissedCallsTable
              rows={rows.map((row) => ({ ...row, callBack: callBacks.get(row.id) ?? null, notes: notes.get(row.id) ?? 0 }))}
              nowMs={now().getTime()}
              may={{ hide: may(user, 'missed-call:hide'), assign: may(user, 'missed-call:assign') }}
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
      {filter.view !== 'visible' && (
        <p className="text-muted text-xs">
          {deleteAfterDays === null ? t('keptForEver') : t('keptFor', { days: deleteAfterDays })}
        </p>
      )}
      <MissedCallPages query={query} isFurther={filter.after !== undefined} next={next} />
    </>
  );
}
