'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useOptimistic, useState, useTransition } from 'react';
import { moveInterest } from '@/lib/interests/move-actions';
import type { InterestStage } from '@/lib/interests/types';
import { newId } from '@/lib/new-id';
import { Select } from '../../ui/select';
import { showError, showMessage } from '../../ui/show-message';
import { LostDialog } from './lost-dialog';
import { useStageName } from './use-stage-name';

type StageSelectProps = {
  interestId: string;
  stage: InterestStage;
  stages: InterestStage[];
  /** Why it is lost, where it is. */
  lostReason: string;
  isEditable: boolean;
};
type Move = { from: InterestStage; to: InterestStage; reason: string };

/** How far an interest has come, and where it goes next. Whoever loses it says why; a move can be taken back. */
export function StageSelect({ interestId, stage, stages, lostReason, isEditable }: StageSelectProps) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const stageName = useStageName();
  const router = useRouter();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const [shownId, show] = useOptimistic(stage.id);
  const [losing, setLosing] = useState<InterestStage | null>(null);
  // One that was put away meanwhile is still where it is.
  const offered = stages.some((each) => each.id === stage.id) ? stages : [stage, ...stages];

  function move({ from, to, reason }: Move, isUndo = false) {
    startTransition(async () => {
      show(to.id);
      const asked = { interestId, moveId: newId(), fromStageId: from.id, toStageId: to.id, reason };
      const answer = await moveInterest(asked).catch(() => null);
      if (answer?.ok && isUndo) showMessage(t('movedBack', { stage: stageName(to) }));
      if (answer?.ok && !isUndo) {
        const back = () => move({ from: to, to: from, reason: lostReason }, true);
        showMessage(t('moved', { stage: stageName(to) }), { label: t('undo'), onClick: back });
      }
      if (!answer?.ok) showError(whyNot(answer));
      router.refresh();
    });
  }

  function whyNot(answer: Exclude<Awaited<ReturnType<typeof moveInterest>>, { ok: true }> | null): string {
    if (!answer) return t('notSaved');
    if ('stage' in answer) return t('movedMeanwhile', { by: answer.by ?? t('someone'), stage: stageName(answer.stage) });
    return answer.fields?.stage ? t('stageGone') : refusals(answer.reason);
  }

  function choose(stageId: string) {
    const to = stages.find((each) => each.id === stageId);
    if (!to || to.id === stage.id) return;
    if (to.kind === 'lost') setLosing(to);
    else move({ from: stage, to, reason: '' });
  }

  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">
        {t('stage')}
      </label>
      <Select
        id={id}
        className="min-w-36 max-w-60"
        value={shownId}
        disabled={!isEditable}
        aria-busy={isPending}
        onChange={({ target }) => choose(target.value)}
      >
        {offered.map((each) => (
          <option key={each.id} value={each.id}>
            {stageName(each)}
          </option>
        ))}
      </Select>
      {losing && (
        <LostDialog
          stageName={stageName(losing)}
          onLose={(reason) => {
            setLosing(null);
            move({ from: stage, to: losing, reason });
          }}
          onClose={() => setLosing(null)}
        />
      )}
    </span>
  );
}
