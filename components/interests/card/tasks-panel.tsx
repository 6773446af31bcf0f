'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addTask, moreTasks } from '@/lib/interests/task-actions';
import type { TaskRow as Task } from '@/lib/interests/task-queries';
import type { TaskPageKey } from '@/lib/interests/task-schema';
import { newId } from '@/lib/new-id';
import type { Page } from '@/lib/page';
import { Panel } from '../../deliveries/panel';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { MoreButton } from '../../ui/more-button';
import { useMoreRows } from '../../ui/use-more-rows';
import { TaskForm } from './task-form';
import { TaskRow } from './task-row';
import { useNewTask } from './use-new-task';

type TasksPanelProps = {
  interestId: string;
  first: Page<Task, TaskPageKey>;
  managers: { id: string; name: string }[];
  /** When the page was rendered. */
  nowMs: number;
  isEditable: boolean;
};

/** What is to be done about an interest, the next due first, and what was done. */
export function TasksPanel({ interestId, first, managers, nowMs, isEditable }: TasksPanelProps) {
  const t = useTranslations('interestCard');
  const router = useDeskRouter();
  const list = useMoreRows(first, (after) => moreTasks({ interestId, after }));
  const [isAdding, setAdding] = useState(false);
  const { initial, keep, drop } = useNewTask(interestId, nowMs);
  const [taskId, setTaskId] = useState(newId);

  function closeNew() {
    drop();
    setTaskId(newId());
    setAdding(false);
    router.refresh();
  }

  return (
    <Panel
      title={t('tasks')}
      aside={
        isEditable &&
        !isAdding && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('addTask')}
          </Button>
        )
      }
    >
      {isAdding && (
        <div className="border-separator border-b p-3">
          <TaskForm
            label={t('addTask')}
            initial={initial}
            managers={managers}
            onType={keep}
            onSave={(details) => addTask({ taskId, interestId, details })}
            onClose={closeNew}
          />
        </div>
      )}
      {list.rows.length === 0 ? (
        <p className="p-3 text-muted">{t('noTasks')}</p>
      ) : (
        <ul aria-label={t('tasks')}>
          {list.rows.map((task) => (
            <TaskRow
              key={task.id}
              interestId={interestId}
              task={task}
              managers={managers}
              nowMs={nowMs}
              isEditable={isEditable}
            />
          ))}
        </ul>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}
