'use client';

import { useTranslations } from 'next-intl';
import type { moveInterest } from '@/lib/interests/move-actions';
import { useStageName } from '../use-stage-name';

type Answer = Awaited<ReturnType<typeof moveInterest>> | null;

/** Why an interest was not moved, as a sentence: who was faster is named. */
export function useMoveRefusal() {
  const t = useTranslations('interestBoard');
  const refusals = useTranslations('refusals');
  const nameOf = useStageName();

  return (answer: Answer): string => {
    if (!answer || answer.ok) return t('notMoved');
    if ('stage' in answer) {
      const stage = nameOf(answer.stage);
      return answer.by ? t('movedMeanwhile', { colleague: answer.by, stage }) : t('movedMeanwhileBySomebody', { stage });
    }
    if (answer.fields?.stage) return t('stageGone');
    return answer.fields?.reason === 'reasonMissing' ? t('reasonMissing') : refusals(answer.reason);
  };
}
