'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { columnOf } from '@/lib/board/rules';
import { BOARD_STATUSES, type Board as BoardState, type BoardStatus } from '@/lib/board/types';
import { Toaster } from '../ui/toaster';
import { BoardBanners } from './board-banners';
import { BoardClock } from './board-clock';
import { BoardColumn } from './board-column';
import { BoardTopBar } from './board-top-bar';
import { ColumnTabs } from './column-tabs';
import { useBell } from './use-bell';
import { useBoard } from './use-board';
import { useBoardActs } from './use-board-acts';
import { useWakeLock } from './use-wake-lock';

/** What a kitchen works from all evening: four columns, and one button that takes a delivery to the next. */
export function Board({ initial, userId }: { initial: BoardState; userId: string }) {
  const t = useTranslations('board');
  const shell = useTranslations('shell');
  const { keeper, view, isLive } = useBoard(initial, userId);
  const act = useBoardActs(keeper);
  const sound = useBell(
    view.cards.filter(({ status, gone, leavesBy }) => (status === 'sent' || gone) && !leavesBy).map(({ id }) => id),
  );
  const columns = useRef<HTMLDivElement>(null);
  useWakeLock();

  const cardsOf = (status: BoardStatus) => columnOf(view.cards, status);

  return (
    <BoardClock renderedAtMs={Date.parse(initial.now)} offsetMs={view.clockOffsetMs}>
      <div className="board flex h-dvh flex-col">
        <BoardTopBar view={view} isLive={isLive} sound={sound} onChanged={keeper.refresh} />
        <ColumnTabs counts={BOARD_STATUSES.map((status) => [status, cardsOf(status).length] as const)} columns={columns} />
        <main aria-label={t('deliveries')} className="flex min-h-0 flex-1 flex-col">
          <BoardBanners view={view} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a tablet is scrolled with the keyboard too */}
          <div ref={columns} tabIndex={0} className="board-columns">
            {BOARD_STATUSES.map((status) => (
              <BoardColumn key={status} status={status} cards={cardsOf(status)} act={act} />
            ))}
          </div>
        </main>
      </div>
      <Toaster label={shell('messages')} closeLabel={shell('close')} hasFoot={false} />
    </BoardClock>
  );
}
