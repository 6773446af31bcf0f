'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useId, useOptimistic, useState } from 'react';
import { moveInterest } from '@/lib/interests/move-actions';
import type { InterestStage } from '@/lib/interests/types';
import { newId } from '@/lib/new-id';
import { useDeskRouter } from '../../live/use-desk-router';
import { Select } from '../../ui/select';
import { showError, showMessage } from '../../ui/show-message';
import { LostDialog } from '../board/lost-dialog';
import { useMoveRefusal } from '../board/use-move-refusal';
import { useStageName } from '../use-stage-name';

type StageSelectProps = {
  interest: { id: string; number: number; stage: InterestStage; lostReason: string };
  stages: InterestStage[];
  isEditable: boolean;
};
type Move = { from: InterestStage; to: InterestStage; reason: string; isBack?: boolean };

/** How far an interest has come, and where it goes next. Whoever loses it says why; a move can be taken back. */
export function StageSelect({ interest: { id, number, stage, lostReason }, stages, isEditable }: StageSelectProps) {
  const t = useTranslations('interestCard');
  const stageName = useStageName();
  const whyNot = useMoveRefusal();
  const router = useDeskRouter();
  const fieldId = useId();
  const [shownId, show] = useOptimistic(stage.id);
  const [losing, setLosing] = useState<InterestStage | null>(null);
  // One that was put away meanwhile is still where it is.
  const offered = stages.some((each) => each.id === stage.id) ? stages : [stage, ...stages];

  /** Why it was not moved, as a sentence; null where it was. */
  async function move({ from, to, reason, isBack = false }: Move): Promise<string | null> {
    const asked = { interestId: id, moveId: newId(), fromStageId: from.id, toStageId: to.id, reason };
    const answer = await moveInterest(asked).catch(() => null);
    await router.refresh();
    if (!answer?.ok) return whyNot(answer);

    if (isBack) showMessage(t('movedBack', { stage: stageName(to) }));
    else {
      const back = () => moveShown({ from: to, to: from, reason: lostReason, isBack: true });
      showMessage(t('moved', { stage: stageName(to) }), { label: t('undo'), onClick: back });
    }
    return null;
  }

  /** It stands there at once, and goes back with a sentence where it cannot be. */
  function moveShown(wanted: Move) {
    startTransition(async () => {
      show(wanted.to.id);
      const problem = await move(wanted);
      if (problem) showError(problem);
    });
  }

  function choose(stageId: string) {
    const to = stages.find((each) => each.id === stageId);
    if (!to || to.id === stage.id) return;
    if (to.kind === 'lost') setLosing(to);
    else moveShown({ from: stage, to, reason: '' });
  }

  async function lose(to: InterestStage, reason: string): Promise<string | null> {
    const problem = await move({ from: stage, to, reason });
    if (!problem) setLosing(null);
    return problem;
  }

  return (
    <span className="flex items-center gap-2">
      <label htmlFor={fieldId} className="text-muted">
        {t('stage')}
      </label>
      <Select
        id={fieldId}
        className="min-w-36 max-w-60"
        value={shownId}
        disabled={!isEditable}
        onChange={({ target }) => choose(target.value)}
      >
        {offered.map((each) => (
          <option key={each.id} value={each.id}>
            {stageName(each)}
          </option>
        ))}
      </Select>
      {losing && <LostDialog number={number} onLose={(reason) => lose(losing, reason)} onClose={() => setLosing(null)} />}
    </span>
  );
}
