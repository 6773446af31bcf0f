import { ClockAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { hasWaitedTooLong } from '@/lib/board/rules';
import type { BoardCard } from '@/lib/board/types';
import { formatDuration } from '../ui/formats';
import { useBoardNow } from './board-clock';

/** How long it has been in its column; red, with a sign, once somebody should look. */
export function InColumn({ card }: { card: BoardCard }) {
  const t = useTranslations('board');
  const nowMs = useBoardNow();
  const isTooLong = hasWaitedTooLong(card, nowMs);

  return (
    <span className={`ms-auto flex items-center gap-1 text-md ${isTooLong ? 'font-semibold text-missed' : 'text-muted'}`}>
      {isTooLong && <ClockAlert role="img" aria-label={t('tooLong')} className="size-4" />}
      <span role="timer" aria-label={t('inColumn')}>
        {formatDuration((nowMs - Date.parse(card.since)) / 1_000)}
      </span>
    </span>
  );
}
