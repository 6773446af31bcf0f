'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MyTask } from '@/lib/interests/mine-queries';
import { DueMark } from '../due-mark';
import { useSubjectOf } from '../use-subject-of';

export type Tick = (task: MyTask, isDone: boolean) => void;

type TaskItemProps = { task: MyTask; onTick: Tick; mayEdit: boolean; nowMs: number };

export function TaskItem({ task, onTick, mayEdit, nowMs }: TaskItemProps) {
  const t = useTranslations('interests.mine');
  const { title, dueAt, doneAt, interest } = task;
  const subject = useSubjectOf()(interest);
  const isDone = doneAt !== null;

  return (
    <li className="flex min-w-0 items-start gap-2.5 px-3 py-2">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        aria-label={t('tick', { title })}
        checked={isDone}
        disabled={!mayEdit}
        onChange={(event) => onTick(task, event.target.checked)}
      />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 flex-wrap items-center justify-between gap-x-3">
          <bdi className={`min-w-0 truncate ${isDone ? 'text-muted line-through' : ''}`} title={title}>
            {title}
          </bdi>
          {!isDone && <DueMark dueAt={dueAt} nowMs={nowMs} />}
        </span>
        <span className="flex min-w-0 items-baseline gap-2 text-muted text-xs">
          <Link
            href={`/interests/${interest.id}`}
            prefetch={false}
            title={subject}
            className="min-w-0 truncate text-accent-text hover:underline"
          >
            {t('about', { number: String(interest.number), subject })}
          </Link>
          {interest.of && <bdi className="min-w-0 shrink-99 truncate">{interest.of}</bdi>}
        </span>
      </span>
    </li>
  );
}
