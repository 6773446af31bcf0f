import { getTranslations } from 'next-intl/server';
import { LiveMissedCalls } from '@/components/missed-calls/live-missed-calls';
import { MissedCallFilters } from '@/components/missed-calls/missed-call-filters';
import { MissedCallPages } from '@/components/missed-calls/missed-call-pages';
import { MissedCallsTable } from '@/components/missed-calls/missed-calls-table';
import { NoMissedCalls } from '@/components/missed-calls/no-missed-calls';
import { SetFilters } from '@/components/missed-calls/set-filters';
import { may } from '@/lib/auth/roles';
import type { SignedInUser } from '@/lib/auth/signed-in-user';
import { liveCallBacks } from '@/lib/call-backs/queries';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { filterQuery, type MissedCallFilter } from '@/lib/missed-calls/filter';
import { countNotes } from '@/lib/missed-calls/note-queries';
import { linesWithMissedCalls, listMissedCalls, peopleWhoRemoved } from '@/lib/missed-calls/queries';
import { readMissedCallSettings } from '@/lib/missed-calls/settings';
import { missedCallViewer } from '@/lib/missed-calls/visible';
import { organisation } from '@/lib/organisation/queries';
import { readPeriod } from '@/lib/period';
import { listTags } from '@/lib/tags/queries';
import { wallClock } from '@/lib/wall-clock';

type MissedCallListProps = { filter: MissedCallFilter; user: SignedInUser };

const NOTHING = { rows: [], next: null };

/** Everything of the list that needs the database. */
export async function MissedCallList({ filter, user }: MissedCallListProps) {
  const at = now();
  const [{ timeZone }, viewer, t, words] = await Promise.all([
    organisation(),
    missedCallViewer(user),
    getTranslations('missedCalls'),
    getTranslations('period'),
  ]);
  const period = readPeriod(filter, at, timeZone);
  const fault = typeof period === 'string' ? period : null;
  const [{ rows, next }, lines, people, tags] = await Promise.all([
    typeof period === 'string' ? NOTHING : listMissedCalls(filter, viewer, period),
    linesWithMissedCalls(viewer),
    peopleWhoRemoved(),
    listTags(),
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

  return (
    <>
      <MissedCallFilters filter={filter} lines={lines} people={people} tags={tags} today={wallClock(at, timeZone).day} />
      <SetFilters filter={filter} lines={lines} people={people} tags={tags} />
      {fault && (
        <p role="alert" className="text-missed">
          {words(`fault.${fault}`)}
        </p>
      )}
      <LiveMissedCalls>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <MissedCallsTable
              rows={rows.map((row) => ({
                ...row,
                callBack: callBacks.get(row.callerE164 ?? '') ?? null,
                notes: notes.get(row.id) ?? 0,
              }))}
              nowMs={at.getTime()}
              may={{ hide: may(user, 'missed-call:hide'), assign: may(user, 'missed-call:assign') }}
            />
          ) : (
            <NoMissedCalls filter={filter} />
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
