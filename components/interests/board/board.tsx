'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { BoardColumn as Column } from '@/lib/interests/board-queries';
import { ChangesOffer } from '../../live/changes-offer';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useOfferedRefresh } from '../../live/use-offered-refresh';
import { BoardColumn } from './board-column';
import { LostDialog } from './lost-dialog';
import { useMoves } from './use-moves';

type BoardProps = { columns: Column[]; query: string; mayEdit: boolean; nowMs: number };

/** A column for each stage. Cards are dragged, or moved by the keys and the menu of their handle; both are told aloud. */
export function Board({ columns, query, mayEdit, nowMs }: BoardProps) {
  const t = useTranslations('interestBoard');
  const hintId = useId();
  const board = useRef<HTMLElement>(null);
  const moves = useMoves(columns);
  const [draggedId, drag] = useState<string | null>(null);
  const { count, collect, refresh } = useOfferedRefresh(board);
  const isOpen = () => board.current?.checkVisibility() === true;
  useLiveEvent('interest:changed', ({ interestId, version }) => {
    if (isOpen() && !moves.isOwn(interestId, version)) collect(interestId);
  });
  useConnected(() => isOpen() && refresh());

  return (
    <section ref={board} aria-label={t('title')} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      <div className="-mx-4 overflow-x-auto px-4 pb-3">
        <div className="grid auto-cols-[minmax(11.5rem,1fr)] grid-flow-col items-start gap-3 max-sm:auto-cols-[84%]">
          {moves.columns.map((column) => (
            <BoardColumn
              key={column.stage.id}
              column={column}
              query={query}
              moves={moves}
              mayEdit={mayEdit}
              hintId={hintId}
              dragging={{ draggedId, drag }}
              nowMs={nowMs}
            />
          ))}
        </div>
      </div>
      <p id={hintId} className="sr-only">
        {t('moveHint')}
      </p>
      <p role="status" className="sr-only">
        {moves.said}
      </p>
      {moves.losing && <LostDialog number={moves.losing.row.number} onLose={moves.lose} onClose={moves.keep} />}
    </section>
  );
}
