'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { undoOf } from '@/lib/board/queue';
import type { BoardCard } from '@/lib/board/types';
import type { ActOnDelivery } from '@/lib/deliveries/schema';
import { DELIVERY_STATUSES } from '@/lib/deliveries/status';
import { showError, showMessage } from '../ui/show-message';
import type { BoardKeeper, RefusedAct } from './board-keeper';

export type BoardActs = (card: BoardCard, act: ActOnDelivery) => void;

/** What the buttons of the cards do: each step is said with a way back, and what turned out impossible is explained. */
export function useBoardActs(keeper: BoardKeeper): BoardActs {
  const t = useTranslations('board');
  const explain = useExplanation();
  const onRefused = useEffectEvent((refused: RefusedAct) => showError(explain(refused)));

  useEffect(() => keeper.onRefused((refused) => onRefused(refused)), [keeper]);

  return (card, act) => {
    const undo = undoOf(card, act);
    const retract = keeper.press(card.number, act);
    if (!undo) return;

    showMessage(t(`done.${act.act}`, { number: String(card.number) }), {
      label: t('undo'),
      onClick: () => {
        if (!retract()) keeper.press(card.number, undo);
      },
    });
  };
}

function useExplanation() {
  const t = useTranslations('board');
  const statuses = useTranslations('deliveryStatus');
  const refusals = useTranslations('refusals');

  return ({ waiting, answer }: RefusedAct): string => {
    const facts = { number: String(waiting.number), act: t(`acts.${waiting.act.act}`) };
    const status = DELIVERY_STATUSES.find((each) => each === answer.values?.status);

    switch (answer.reason) {
      case 'impossible':
        return t('refused.impossible', { ...facts, status: status ? statuses(status) : '' });
      case 'changedMeanwhile':
        return t('refused.changedMeanwhile', facts);
      case 'notFound':
        return t('refused.notFound', facts);
      default:
        return t('refused.other', { ...facts, why: refusals(answer.reason) });
    }
  };
}
