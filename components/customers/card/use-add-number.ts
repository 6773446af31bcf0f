'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addNumber, dropNumber } from '@/lib/customers/number-actions';
import type { NumberOwner } from '@/lib/customers/number-owners';
import type { NumberDecision } from '@/lib/customers/number-schema';
import { showMessage } from '../../ui/show-message';
import { useCardAct } from './use-card-act';

/** A number that somebody else has: who, as far as they are named. */
export type TakenNumber = { phone: string; owners: NumberOwner[]; ownerCount: number; hasChanged: boolean };

/** Adds a number to a customer; where somebody has it, it asks first (S1.15, S1.15a). */
export function useAddNumber(customerId: string) {
  const t = useTranslations('customerCard');
  const words = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const { act } = useCardAct();
  const [taken, setTaken] = useState<TakenNumber | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  /** Whether it is theirs now. */
  async function add(phone: string, decision: NumberDecision | null = null): Promise<boolean> {
    if (isSaving) return false;
    setSaving(true);
    setProblem(null);
    const answer = await addNumber({ customerId, phone, decision }).catch(() => null);
    setSaving(false);

    if (answer && 'owners' in answer && answer.owners.length > 0) {
      const { owners, ownerCount, reason } = answer;
      setTaken({ phone, owners, ownerCount, hasChanged: reason === 'changedMeanwhile' });
      return false;
    }
    if (answer && 'owners' in answer) {
      // Whoever had it has it no more: nothing is left to ask.
      setTaken(null);
      setProblem(refusals(answer.reason));
      return false;
    }
    if (!answer?.ok) {
      setProblem(answer ? refusals(answer.reason) : words('notSaved'));
      return false;
    }

    setTaken(null);
    const { e164, display, isNew } = answer.data;
    if (isNew)
      showMessage(t('numberAdded', { number: display }), { label: words('undo'), onClick: () => takeBack(e164, decision) });
    return true;
  }

  function takeBack(e164: string, decision: NumberDecision | null): void {
    if (decision?.kind !== 'move') {
      act(() => dropNumber({ customerId, e164 }));
      return;
    }

    // Back to whom it came from, if those who have it are still those who had it a moment ago.
    const { ownerId, ownerIds, ownerCount } = decision;
    const back = {
      kind: 'move',
      ownerId: customerId,
      ownerIds: [...ownerIds.filter((id) => id !== ownerId), customerId],
      ownerCount,
    };
    act(() => addNumber({ customerId: ownerId, phone: e164, decision: back }));
  }

  return { add, taken, problem, isSaving, forgetTaken: () => setTaken(null), forgetProblem: () => setProblem(null) };
}

export type AddingNumber = ReturnType<typeof useAddNumber>;
