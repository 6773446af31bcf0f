import { getTranslations } from 'next-intl/server';
import { LiveMissedCalls } from '@/components/missed-calls/live-missed-calls';
import { MissedCallFilters } from '@/components/missed-calls/missed-call-filters';
import { MissedCallPages } from '@/components/missed-calls/missed-call-pages';
import { MissedCallsTable } from '@/components/missed-calls/missed-calls-table';
import { NoMissedCalls } from '@/components/missed-calls/no-missed-calls';
import { SetFilters } from '@/components/missed-calls/set-filters';
import type { SignedInUser } from '@/lib/auth/signed-in-user';
import { now } from '@/lib/clock';
import { filterQuery, type MissedCallFilter } from '@/lib/missed-calls/filter';
import { linesWithMissedCalls, listMissedCalls, peopleWhoRemoved } from '@/lib/missed-calls/queries';
import { missedCallViewer } from '@/lib/missed-calls/visible';
import { organisation } from '@/lib/organisation/queries';
import { readPeriod } from '@/lib/period';
import { wallClock } from '@/lib/wall-clock';

type MissedCallListProps = { filter: MissedCallFilter; user: SignedInUser; mayHide: boolean };

const NOTHING = { rows: [], next: null };

/** Everything of the list that needs the database. */
export async function MissedCallList({ filter, user, mayHide }: MissedCallListProps) {
  const at = now();
  const [{ timeZone }, viewer, words] = await Promise.all([organisation(), missedCallViewer(user), getTranslations('period')]);
  const period = readPeriod(filter, at, timeZone);
  const fault = typeof period === 'string' ? period : null;
  const [{ rows, next }, lines, people] = await Promise.all([
    typeof period === 'string' ? NOTHING : listMissedCalls(filter, viewer, period),
    linesWithMissedCalls(viewer),
    peopleWhoRemoved(),
  ]);
  const query = filterQuery(filter);

  return (
    <>
      <MissedCallFilters filter={filter} lines={lines} people={people} today={wallClock(at, timeZone).day} />
      <SetFilters filter={filter} lines={lines} people={people} />
      {fault && (
        <p role="alert" className="text-missed">
          {words(`fault.${fault}`)}
        </p>
      )}
      <LiveMissedCalls>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <MissedCallsTable rows={rows} nowMs={at.getTime()} mayHide={mayHide} />
          ) : (
            <NoMissedCalls filter={filter} />
          )}
        </div>
      </LiveMissedCalls>
      <MissedCallPages query={query} isFurther={filter.after !== undefined} next={next} />
    </>
  );
}
