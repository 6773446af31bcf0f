'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DragEvent } from 'react';
import type { InterestRow } from '@/lib/interests/row';
import { DueMark } from '../due-mark';
import { useSubjectOf } from '../use-subject-of';
import { Whose } from '../whose';
import { Initials } from './initials';
import { MoveHandle } from './move-handle';
import type { Moves } from './use-moves';

type BoardCardProps = {
  row: InterestRow;
  moves: Moves;
  mayEdit: boolean;
  hintId: string;
  isDragged: boolean;
  onDrag: (id: string | null) => void;
  nowMs: number;
};

export function BoardCard({ row, moves, mayEdit, hintId, isDragged, onDrag, nowMs }: BoardCardProps) {
  const t = useTranslations('interests');
  const subject = useSubjectOf()(row);
  const { nextTask, responsible, lostReason, stage } = row;

  function begin(event: DragEvent) {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', `#${row.number} ${subject}`);
    onDrag(row.id);
  }

  return (
    <li
      draggable={mayEdit}
      onDragStart={begin}
      onDragEnd={() => onDrag(null)}
      className={`relative rounded-md border border-border bg-surface px-2.5 py-2 ${mayEdit ? 'cursor-grab' : ''} ${
        isDragged ? 'opacity-50' : ''
      }`}
    >
      <div className="flex items-start gap-1">
        <Link
          href={`/interests/${row.id}`}
          prefetch={false}
          draggable={false}
          title={subject}
          className="line-clamp-2 min-w-0 flex-1 font-medium outline-none wrap-anywhere after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <span className="num me-1.5 font-normal text-muted">#{row.number}</span>
          <bdi>{subject}</bdi>
        </Link>
        {mayEdit && <MoveHandle row={row} moves={moves} hintId={hintId} />}
      </div>
      <div className="mt-0.5 text-xs">
        <Whose of={row.of} />
      </div>
      {nextTask && stage.kind === 'active' && (
        <p className="mt-1 flex min-w-0 flex-col text-xs">
          <bdi className="truncate" title={nextTask.title}>
            {nextTask.title}
          </bdi>
          <DueMark dueAt={nextTask.dueAt} nowMs={nowMs} />
        </p>
      )}
      {stage.kind === 'lost' && lostReason && (
        <p className="mt-1 line-clamp-2 text-muted text-xs wrap-anywhere" title={lostReason}>
          {t('lostBecause', { reason: lostReason })}
        </p>
      )}
      <p className="mt-1 flex min-w-0 items-center gap-2 text-muted text-xs">
        <bdi className="min-w-0 truncate">{row.serviceType}</bdi>
        <Initials name={responsible?.name ?? null} label={`${t('responsible')}: ${responsible?.name ?? t('nobody')}`} />
      </p>
    </li>
  );
}
