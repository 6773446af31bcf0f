import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { BoardStatus } from '@/lib/board/types';

type Counted = readonly [status: BoardStatus, count: number];

/** Where the screen is too narrow for four columns: how many are in each, always in sight, and the way to it. */
export function ColumnTabs({ counts, columns }: { counts: Counted[]; columns: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('board');

  function show(index: number) {
    columns.current?.children[index]?.scrollIntoView({ inline: 'start', block: 'nearest', behavior: 'instant' });
  }

  return (
    <nav aria-label={t('columnsName')} className="grid shrink-0 grid-cols-4 border-border border-b bg-surface lg:hidden">
      {counts.map(([status, count], index) => (
        <button
          key={status}
          type="button"
          onClick={() => show(index)}
          className="flex min-h-12 flex-wrap items-center justify-center gap-x-1.5 px-1 py-1 font-medium max-sm:text-xs"
        >
          {t(`columns.${status}`)}{' '}
          <span className={`num ${count > 0 && status === 'sent' ? 'text-accent-text' : 'text-muted'}`}>{count}</span>
        </button>
      ))}
    </nav>
  );
}
