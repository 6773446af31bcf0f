'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import type { MyTask } from '@/lib/interests/mine-queries';
import { tickTask } from '@/lib/interests/task-actions';
import { showError, showMessage } from '../../ui/show-message';

type Tick = { taskId: string; doneAt: Date | null };

/** Ticks tasks off at once, and takes that back with one press; as it was where the server refuses. */
export function useTicks(saved: MyTask[]) {
  const t = useTranslations('interests.mine');
  const refusals = useTranslations('refusals');
  const [tasks, show] = useOptimistic(saved, applyTick);
  const [said, setSaid] = useState('');
  const [, startTransition] = useTransition();

  function tick(task: MyTask, isDone: boolean): void {
    startTransition(async () => {
      show({ taskId: task.id, doneAt: isDone ? new Date() : null });
      const answer = await tickTask({ taskId: task.id, interestId: task.interest.id, isDone }).catch(() => null);
      if (!answer?.ok) return showError(answer ? refusals(answer.reason) : t('notSaved'));

      const sentence = t(isDone ? 'ticked' : 'unticked', { title: task.title });
      setSaid(sentence);
      if (isDone) showMessage(sentence, { label: t('undo'), onClick: () => tick(task, false) });
    });
  }

  return { tasks, said, tick };
}

export type Ticks = ReturnType<typeof useTicks>;

function applyTick(tasks: MyTask[], { taskId, doneAt }: Tick): MyTask[] {
  return tasks.map((task) => (task.id === taskId ? { ...task, doneAt } : task));
}
