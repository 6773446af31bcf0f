import { LiveInterests } from '@/components/interests/live-interests';
import { MyCalls } from '@/components/interests/mine/my-calls';
import { MyInterests } from '@/components/interests/mine/my-interests';
import { MyTasks } from '@/components/interests/mine/my-tasks';
import type { SignedInUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { listInterests } from '@/lib/interests/list-queries';
import { listMyCalls, listMyTasks } from '@/lib/interests/mine-queries';
import { listStages } from '@/lib/interests/stage-queries';
import { organisation } from '@/lib/organisation/queries';
import { numberCountry } from '@/lib/pbx/number-country';
import { boundsOfDay, nextDay, wallClock } from '@/lib/wall-clock';

const DAYS_AHEAD = 7;

/** What one has to do, leads, and has spoken about today. */
export async function MySales({ user, mayEdit }: { user: SignedInUser; mayEdit: boolean }) {
  const at = now();
  const { timeZone } = await organisation();
  const { day } = wallClock(at, timeZone);
  const today = boundsOfDay(day, timeZone) ?? { from: at, to: at };
  const until = boundsOfDay(nextDay(day, DAYS_AHEAD), timeZone)?.to ?? at;
  const viewer = { userId: user.id, country: await numberCountry() };
  const [tasks, { rows, next }, stages, calls] = await Promise.all([
    listMyTasks(user.id, { from: today.from, until }),
    listInterests({ responsible: 'me', sort: 'due' }, viewer),
    listStages(),
    listMyCalls(callViewer(user), today.from),
  ]);

  return (
    <LiveInterests>
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <MyTasks tasks={tasks} mayEdit={mayEdit} tomorrow={today.to} nowMs={at.getTime()} />
          <MyCalls calls={calls} />
        </div>
        <MyInterests rows={rows} stages={stages} isMore={next !== null} nowMs={at.getTime()} />
      </div>
    </LiveInterests>
  );
}
