'use client';

import { ListTodo } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { MyTask } from '@/lib/interests/mine-queries';
import { Panel } from '../../deliveries/panel';
import { EmptyState } from '../../ui/empty-state';
import { groupOf, TASK_GROUPS, type TaskGroup } from './group-tasks';
import { TaskItem } from './task-item';
import { type Ticks, useTicks } from './use-ticks';

/** As many as the server reads. */
const MOST_TASKS = 100;

type MyTasksProps = { tasks: MyTask[]; mayEdit: boolean; tomorrow: Date; nowMs: number };

/** What I have to do: what is overdue first, then today, then the days to come. Ticked off here, in place. */
export function MyTasks({ tasks, mayEdit, tomorrow, nowMs }: MyTasksProps) {
  const t = useTranslations('interests.mine');
  const ticks = useTicks(tasks);
  const now = new Date(nowMs);
  const groups = TASK_GROUPS.map((group) => ({
    group,
    tasks: ticks.tasks.filter((task) => groupOf(task, now, tomorrow) === group),
  })).filter((each) => each.tasks.length > 0);

  return (
    <Panel title={t('tasks')}>
      {groups.length === 0 ? (
        <EmptyState icon={<ListTodo aria-hidden="true" />} title={t('noTasks')} hint={t('noTasksHint')} />
      ) : (
        groups.map((each) => <Group key={each.group} {...each} ticks={ticks} mayEdit={mayEdit} nowMs={nowMs} />)
      )}
      {tasks.length === MOST_TASKS && <p className="border-separator border-t p-3 text-muted">{t('moreTasks')}</p>}
      <p role="status" className="sr-only">
        {ticks.said}
      </p>
    </Panel>
  );
}

type GroupProps = { group: TaskGroup; tasks: MyTask[]; ticks: Ticks; mayEdit: boolean; nowMs: number };

function Group({ group, tasks, ticks, mayEdit, nowMs }: GroupProps) {
  const t = useTranslations('interests.mine');
  const headingId = useId();

  return (
    <div>
      <h3
        id={headingId}
        className={`flex items-center gap-1.5 bg-surface-secondary px-3 py-1 font-medium text-xs ${group === 'overdueTasks' ? 'text-missed' : 'text-muted'}`}
      >
        {t(group)}
        <span className="num font-normal">{tasks.length}</span>
      </h3>
      <ul aria-labelledby={headingId} className="divide-y divide-separator">
        {tasks.map((task) => (
          <TaskItem key={task.id} task={task} ticks={ticks} mayEdit={mayEdit} nowMs={nowMs} />
        ))}
      </ul>
    </div>
  );
}
