import { useTranslations } from 'next-intl';
import type { ShownCard } from '@/lib/board/queue';
import type { BoardStatus } from '@/lib/board/types';
import { DeliveryCard } from './delivery-card';
import type { BoardActs } from './use-board-acts';

export function columnId(status: BoardStatus): string {
  return `column-${status}`;
}

export function BoardColumn({ status, cards, act }: { status: BoardStatus; cards: ShownCard[]; act: BoardActs }) {
  const t = useTranslations('board');
  const name = t(`columns.${status}`);

  return (
    <section id={columnId(status)} aria-label={name} className="board-column">
      <h2 className="flex h-12 shrink-0 items-center gap-2 px-4 font-semibold text-base max-lg:sr-only">
        {name} <span className="num font-normal text-muted">{cards.length}</span>
      </h2>
      {cards.length === 0 ? (
        <p className="px-4 py-2 text-muted">{t(`empty.${status}`)}</p>
      ) : (
        // Room at the end, so that a message at the foot of the screen covers no button for good.
        <ul className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto overscroll-contain px-3 pt-1 after:h-20 after:shrink-0">
          {cards.map((card) => (
            <li key={card.id}>
              <DeliveryCard card={card} act={act} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
