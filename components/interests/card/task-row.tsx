'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useOptimistic, useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { addTask, changeTask, dropTask, tickTask } from '@/lib/interests/task-actions';
import type { TaskRow as Task } from '@/lib/interests/task-queries';
import { wallClock } from '@/lib/wall-clock';
import { useDeskRouter } from '../../live/use-desk-router';
import { IconButton } from '../../ui/icon-button';
import { useFormats, useOrganisation } from '../../ui/organisation';
import { showError, showMessage } from '../../ui/show-message';
import { DueMark } from '../due-mark';
import { TaskForm } from './task-form';

type TaskRowProps = {
  interestId: string;
  task: Task;
  managers: { id: string; name: string }[];
  nowMs: number;
  isEditable: boolean;
};

/** Something to be done: ticked off, changed, or deleted, each with a way back. */
export function TaskRow({ interestId, task, managers, nowMs, isEditable }: TaskRowProps) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const { timeZone } = useOrganisation();
  const router = useDeskRouter();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const [isDone, showDone] = useOptimistic(task.doneAt !== null);
  const [isEditing, setEditing] = useState(false);
  const taskId = task.id;
  const details = { title: task.title, dueAt: task.dueAt.toISOString(), assigneeId: task.assigneeId };
  const title = task.title || t('noSubject');

  function act<Data>(work: () => Promise<ActionResult<Data>>, then?: (data: Data) => void, meanwhile?: () => void) {
    startTransition(async () => {
      meanwhile?.();
      const answer = await work().catch(() => null);
      if (answer?.ok) then?.(answer.data);
      else showError(answer ? refusals(answer.reason) : t('notSaved'));
      await router.refresh();
    });
  }

  function tick(isNowDone: boolean) {
    act(
      () => tickTask({ taskId, interestId, isDone: isNowDone }),
      undefined,
      () => showDone(isNowDone),
    );
  }

  function remove() {
    act(
      () => dropTask({ taskId, interestId }),
      (removed) => {
        const back = removed && { label: t('undo'), onClick: () => act(() => addTask(removed)) };
        showMessage(t('taskDeleted', { title }), back ?? undefined);
      },
    );
  }

  if (isEditing) {
    return (
      <li className="border-separator border-b p-3 last:border-b-0">
        <TaskForm
          label={t('changeTask', { title })}
          initial={() => ({ title: task.title, assigneeId: task.assigneeId, ...wallClock(task.dueAt, timeZone) })}
          managers={managers}
          onSave={(to) => changeTask({ taskId, interestId, from: details, to })}
          onClose={() => {
            setEditing(false);
            router.refresh();
          }}
        />
      </li>
    );
  }
  return (
    <li className={`flex items-start gap-2 border-separator border-b px-3 py-2 last:border-b-0 ${isPending ? 'opacity-60' : ''}`}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={isDone}
        disabled={!isEditable}
        onChange={({ target }) => tick(target.checked)}
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className={`wrap-anywhere ${isDone ? 'text-muted line-through' : ''}`}>
          <bdi>{title}</bdi>
        </label>
        <p className="flex flex-wrap items-center gap-x-1.5 text-muted text-xs">
          <Due task={task} isDone={isDone} nowMs={nowMs} />
          <span aria-hidden="true">·</span>
          <bdi className="max-w-60 truncate">{task.assignee?.name ?? t('unwritten.nobody')}</bdi>
        </p>
      </div>
      {isEditable && (
        <span className="flex shrink-0">
          <IconButton
            size="sm"
            name={t('changeTask', { title })}
            icon={<Pencil aria-hidden="true" />}
            onClick={() => setEditing(true)}
          />
          <IconButton size="sm" name={t('deleteTask', { title })} icon={<Trash2 aria-hidden="true" />} onClick={remove} />
        </span>
      )}
    </li>
  );
}

function Due({ task, isDone, nowMs }: { task: Task; isDone: boolean; nowMs: number }) {
  const t = useTranslations('interestCard');
  const formats = useFormats();
  if (!isDone) return <DueMark dueAt={task.dueAt} nowMs={nowMs} />;
  return <span>{task.doneAt ? t('doneAt', { at: formats.dateTime(task.doneAt) }) : t('done')}</span>;
}
