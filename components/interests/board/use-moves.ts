'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useRef, useState, useTransition } from 'react';
import type { BoardColumn } from '@/lib/interests/board-queries';
import { moveInterest } from '@/lib/interests/move-actions';
import type { InterestRow } from '@/lib/interests/row';
import type { InterestStage } from '@/lib/interests/types';
import { newId } from '@/lib/new-id';
import { useDeskRouter } from '../../live/use-desk-router';
import { showError, showMessage } from '../../ui/show-message';
import { useStageName } from '../use-stage-name';
import { applyMove } from './apply-move';
import { useMoveRefusal } from './use-move-refusal';

type Asked = { row: InterestRow; to: InterestStage };

/** Moves cards: shown at once, back where they were if the server refuses, which is said; a press takes a move back. */
export function useMoves(saved: BoardColumn[]) {
  const t = useTranslations('interestBoard');
  const router = useDeskRouter();
  const nameOf = useStageName();
  const refusalOf = useMoveRefusal();
  const [columns, show] = useOptimistic(saved, applyMove);
  const [, startTransition] = useTransition();
  const [said, setSaid] = useState('');
  const [losing, setLosing] = useState<Asked | null>(null);
  /** Whose keyboard handle is to have the focus again where it comes to. */
  const [movedId, setMovedId] = useState<string | null>(null);
  // What this page moves itself it need not be told of: the version it made, null while it is not known yet.
  const own = useRef(new Map<string, number | null>());

  /** A sentence where it was refused, null where it is done. */
  async function send({ row, to }: Asked, reason: string, isUndo: boolean): Promise<string | null> {
    const from = row.stage;
    own.current.set(row.id, null);
    const move = { interestId: row.id, moveId: newId(), fromStageId: from.id, toStageId: to.id, reason };
    const answer = await moveInterest(move).catch(() => null);
    if (!answer?.ok) {
      own.current.delete(row.id);
      await router.refresh();
      return refusalOf(answer);
    }

    own.current.set(row.id, answer.data.version);
    const sentence = t(isUndo ? 'movedBack' : 'moved', { number: String(row.number), subject: row.subject, stage: nameOf(to) });
    setSaid(sentence);
    const back = { row: { ...row, stage: to }, to: from };
    showMessage(sentence, isUndo ? undefined : { label: t('undo'), onClick: () => run(back, row.lostReason, true) });
    return null;
  }

  function run(asked: Asked, reason: string, isUndo: boolean): void {
    startTransition(async () => {
      show({ interestId: asked.row.id, to: asked.to, atMs: Date.now() });
      const refusal = await send(asked, reason, isUndo);
      if (!refusal) return;
      setSaid(refusal);
      showError(refusal);
    });
  }

  function move(row: InterestRow, to: InterestStage, keepsFocus: boolean): void {
    if (row.stage.id === to.id) return;
    setMovedId(keepsFocus ? row.id : null);
    if (to.kind === 'lost') setLosing({ row, to });
    else run({ row, to }, '', false);
  }

  return {
    columns,
    said,
    move,
    movedId,
    losing,
    /** With the reason; the dialog stays with what was typed where it is refused. */
    lose: async (reason: string) => {
      const refusal = losing && (await send(losing, reason, false));
      if (!refusal) setLosing(null);
      return refusal;
    },
    keep: () => setLosing(null),
    /** Whether a fact is of this page's own making, or older than what it made. */
    isOwn: (interestId: string, version: number) => {
      const made = own.current.get(interestId);
      return made === null || (made !== undefined && version <= made);
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;
