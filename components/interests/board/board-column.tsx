'use client';

import { Archive } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import type { BoardColumn as Column } from '@/lib/interests/board-queries';
import { StageGlyph } from '../stage-label';
import { useStageName } from '../use-stage-name';
import { BoardCard } from './board-card';
import type { Moves } from './use-moves';

/** Counted no further on the server. */
const MAX_COUNTED = 100;

type BoardColumnProps = {
  column: Column;
  /** The filters of the board, for the link to the list of this column. */
  query: string;
  moves: Moves;
  mayEdit: boolean;
  hintId: string;
  dragging: { draggedId: string | null; drag: (id: string | null) => void };
  nowMs: number;
};

export function BoardColumn({ column, query, moves, mayEdit, hintId, dragging, nowMs }: BoardColumnProps) {
  const t = useTranslations('interestBoard');
  const [isOver, setOver] = useState(false);
  const { stage, rows, count, isArchived, isMore } = column;
  const name = useStageName()(stage);
  const { draggedId, drag } = dragging;
  const takes = mayEdit && !isArchived && draggedId !== null && !rows.some(({ id }) => id === draggedId);
  const isCounted = count < MAX_COUNTED;

  function over(event: DragEvent) {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  }

  function leave(event: DragEvent) {
    const into = event.relatedTarget;
    if (!(into instanceof Node) || !event.currentTarget.contains(into)) setOver(false);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const row = moves.columns.flatMap((each) => each.rows).find(({ id }) => id === draggedId);
    drag(null);
    if (row && takes) moves.move(row, stage, false);
  }

  return (
    <section
      aria-label={t(isCounted ? 'column' : 'columnMore', { stage: name, count: isCounted ? count : MAX_COUNTED - 1 })}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
      className={`panel flex min-h-40 min-w-0 flex-col bg-surface-secondary ${
        isOver && takes ? 'bg-accent-soft outline-2 outline-accent -outline-offset-2' : ''
      }`}
    >
      <div className="flex min-h-10 items-center gap-2 px-3">
        <StageGlyph kind={stage.kind} />
        <h2 className="min-w-0 truncate font-semibold" title={name}>
          <bdi>{name}</bdi>
        </h2>
        {isArchived && (
          <span className="inline-flex items-center gap-1 text-muted text-xs">
            <Archive aria-hidden="true" className="size-3" />
            {t('archived')}
          </span>
        )}
        <span className="num ms-auto shrink-0 text-muted">
          {isCounted ? t('count', { count }) : t('countMore', { count: MAX_COUNTED - 1 })}
        </span>
      </div>
      {stage.kind !== 'active' && <p className="-mt-1.5 px-3 pb-1.5 text-muted text-xs">{t('recent')}</p>}
      {rows.length > 0 ? (
        <ul className="flex flex-col gap-2 px-2 pb-2">
          {rows.map((row) => (
            <BoardCard
              key={row.id}
              row={row}
              moves={moves}
              mayEdit={mayEdit}
              hintId={hintId}
              isDragged={row.id === draggedId}
              onDrag={drag}
              nowMs={nowMs}
            />
          ))}
        </ul>
      ) : (
        <p className="px-3 pb-3 text-muted">{takes ? t('dropHere', { stage: name }) : t('empty')}</p>
      )}
      {isMore && (
        <Link
          href={`/interests?${listQuery(query, stage.kind === 'active' ? stage.id : stage.kind)}`}
          prefetch={false}
          className="mt-auto px-3 pb-2 text-accent-text hover:underline"
        >
          {t('more')}
        </Link>
      )}
    </section>
  );
}

function listQuery(query: string, stage: string): string {
  const asked = new URLSearchParams(query);
  asked.set('stage', stage);
  return asked.toString();
}
