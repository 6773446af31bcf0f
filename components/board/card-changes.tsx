import { useTranslations } from 'next-intl';
import type { CardChanges } from '@/lib/board/types';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { useBoardNow } from './board-clock';

/** What was changed besides the products, in words. */
export function CardChangesList({ changes }: { changes: CardChanges }) {
  const t = useTranslations('board');
  const timeOf = useTimeOfDay(useBoardNow());
  const { wantedAtWas, fulfilmentWas, commentWas, isForOthersOnly } = changes;

  const sentences = [
    wantedAtWas !== undefined && t('changes.timeWas', { time: wantedAtWas ? timeOf(wantedAtWas) : t('noTime') }),
    fulfilmentWas !== undefined && t('changes.fulfilmentWas', { fulfilment: t(fulfilmentWas) }),
    commentWas !== undefined && (commentWas ? t('changes.commentWas', { comment: commentWas }) : t('changes.commentAdded')),
    isForOthersOnly && t('changes.others'),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return null;

  return (
    <ul className="flex flex-col gap-0.5 font-medium text-accent-text text-xs">
      {sentences.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          <bdi>{sentence}</bdi>
        </li>
      ))}
    </ul>
  );
}
