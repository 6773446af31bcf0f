import { Check, CloudOff, Flag, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { NEXT_STEP, type ShownCard } from '@/lib/board/queue';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { IconButton } from '../ui/icon-button';
import { AcceptButton } from './accept-button';
import type { BoardActs } from './use-board-acts';

type FootProps = { card: ShownCard; act: BoardActs; onAsk: (asks: 'reject' | 'problem') => void };

/** The buttons of a card. */
export function CardFoot({ card, act, onAsk }: FootProps) {
  const t = useTranslations('board');
  const { id: deliveryId, number, status, revision, changes, problemReason, leavesBy, gone } = card;

  if (leavesBy) {
    return (
      <Foot>
        <p className="flex min-h-12 flex-wrap items-center gap-2 px-1 font-medium text-md">
          {t(`left.${leavesBy}`)} <Unsent card={card} />
        </p>
      </Foot>
    );
  }

  if (gone) {
    return (
      <Foot>
        <Unsent card={card} />
        <Button
          className="h-12"
          icon={<Check aria-hidden="true" />}
          onClick={() => act(card, { act: 'acknowledge', deliveryId, revision })}
        >
          {t('acts.acknowledge')}
        </Button>
      </Foot>
    );
  }

  return (
    <Foot>
      <Unsent card={card} />
      {(changes || problemReason !== null) && (
        <div className="flex gap-2">
          {changes && (
            <Button
              className="h-12 flex-1"
              icon={<Check aria-hidden="true" />}
              onClick={() => act(card, { act: 'acknowledge', deliveryId, revision })}
            >
              {t('acts.acknowledge')}
            </Button>
          )}
          {problemReason !== null && (
            <Button className="h-12 flex-1" onClick={() => act(card, { act: 'solveProblem', deliveryId })}>
              {t('acts.solveProblem')}
            </Button>
          )}
        </div>
      )}
      <div className="flex gap-2">
        {status === 'sent' ? (
          <>
            <Button className="h-12" icon={<X aria-hidden="true" className="text-missed" />} onClick={() => onAsk('reject')}>
              {t('acts.reject')}
            </Button>
            <AcceptButton card={card} act={act} />
          </>
        ) : (
          <>
            <IconButton
              name={t('reportProblem', { number: String(number) })}
              icon={<Flag aria-hidden="true" />}
              className="size-12"
              onClick={() => onAsk('problem')}
            />
            <Button
              intent="secondary"
              className="h-12 min-w-0 flex-1 text-md"
              onClick={() => act(card, { act: NEXT_STEP[status], deliveryId })}
            >
              {t(`acts.${NEXT_STEP[status]}`)}
            </Button>
          </>
        )}
      </div>
    </Foot>
  );
}

function Foot({ children }: { children: ReactNode }) {
  // After a step the next card moves up under the finger: the second tap of a nervous one is not meant for it.
  const skipSecondTap = (event: MouseEvent) => event.detail > 1 && event.stopPropagation();

  return (
    <div onClickCapture={skipSecondTap} className="flex flex-col gap-2 border-separator border-t p-2">
      {children}
    </div>
  );
}

/** Only said when it takes longer than a moment. */
function Unsent({ card: { unsent } }: { card: ShownCard }) {
  const t = useTranslations('board');
  if (unsent === 0) return null;

  return (
    <span className="appear-late [animation-delay:1s]">
      <Chip tone="ringing" icon={<CloudOff aria-hidden="true" />}>
        {t('unsent')}
      </Chip>
    </span>
  );
}
