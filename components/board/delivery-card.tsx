import { MessageSquareText, OctagonAlert, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ShownCard } from '@/lib/board/queue';
import { Chip } from '../ui/chip';
import { ClassChip } from '../ui/class-icon';
import { CardChangesList } from './card-changes';
import { CardFoot } from './card-foot';
import { CardLines } from './card-lines';
import { DueLine } from './due-line';
import { GoneNotice } from './gone-notice';
import { InColumn } from './in-column';
import { ReasonDialog } from './reason-dialog';
import type { BoardActs } from './use-board-acts';

export function DeliveryCard({ card, act }: { card: ShownCard; act: BoardActs }) {
  const t = useTranslations('board');
  const [asks, setAsks] = useState<'reject' | 'problem' | null>(null);
  const { number, customerClass, changes, comment, problemReason, gone } = card;
  const isWarned = customerClass === 'vip' || customerClass === 'problem';

  return (
    <article
      aria-label={t('card', { number: String(number) })}
      className={`panel ${gone ? 'border-missed' : card.status === 'sent' ? 'border-accent' : ''}`}
    >
      {/* Stays in sight while a long card is scrolled to its buttons. */}
      <div className="sticky -top-1 z-1 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-t-[inherit] bg-surface px-3 pt-3 pb-1">
        <h3 className="num font-semibold text-lg">{number}</h3>
        {isWarned && <ClassChip of={customerClass} />}
        {changes && (
          <Chip tone="accent" icon={<PencilLine aria-hidden="true" />}>
            {t('changed')}
          </Chip>
        )}
        <InColumn card={card} />
      </div>
      <div className="flex flex-col gap-1 px-3 pb-2">
        {gone && <GoneNotice gone={gone} />}
        <DueLine card={card} />
        {card.isUnreadable ? (
          <p className="text-missed">{t('unreadable')}</p>
        ) : (
          <div className={gone ? 'line-through' : ''}>
            <CardLines lines={card.lines} />
          </div>
        )}
        {comment && (
          <p className="flex gap-2 rounded-md bg-surface-secondary px-2 py-1.5 text-md">
            <MessageSquareText role="img" aria-label={t('comment')} className="mt-0.5 size-4 shrink-0 text-muted" />
            <bdi className="min-w-0 whitespace-pre-line wrap-anywhere">{comment}</bdi>
          </p>
        )}
        {changes && <CardChangesList changes={changes} />}
        {problemReason !== null && (
          <p className="flex gap-2 rounded-md bg-missed-soft px-2 py-1.5 text-md text-missed">
            <OctagonAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 wrap-anywhere">
              {t('problem')} <bdi>{problemReason}</bdi>
            </span>
          </p>
        )}
      </div>
      <CardFoot card={card} act={act} onAsk={setAsks} />
      {asks && <ReasonDialog card={card} asks={asks} act={act} onClose={() => setAsks(null)} />}
    </article>
  );
}
