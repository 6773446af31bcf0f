'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Comparison, compareCustomers, mergeCustomers, undoMerge } from '@/lib/customers/merge-actions';
import { proposedChoices } from '@/lib/customers/merge-choices';
import type { Choices } from '@/lib/customers/merge-types';
import { newId } from '@/lib/new-id';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showMessage } from '../../ui/show-message';
import { useCardAct } from '../card/use-card-act';
import { MergeComparison } from './merge-comparison';
import { MergeSearch } from './merge-search';

type MergeDialogProps = {
  /** The record that is kept. */
  customerId: string;
  /** With which it is merged; null while that is still to be found. */
  otherId: string | null;
  onClose: () => void;
};

/** Two records of one person become one: found, compared field by field, merged; and undone as long as nobody minds. */
export function MergeDialog({ customerId, otherId: initialId, onClose }: MergeDialogProps) {
  const t = useTranslations('merge');
  const words = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const { act } = useCardAct();
  const [mergeId] = useState(newId);
  const [otherId, setOtherId] = useState(initialId);
  const [compared, setCompared] = useState<Comparison | null>(null);
  const [chosen, setChosen] = useState<Choices>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const compare = useEffectEvent(async (id: string) => {
    const answer = await compareCustomers({ keptId: customerId, otherId: id }).catch(() => null);
    if (answer?.ok) setCompared(answer.data);
    else setProblem(answer ? refusals(answer.reason) : t('notRead'));
  });

  useEffect(() => {
    if (otherId) void compare(otherId);
  }, [otherId]);

  // What was chosen by hand stands over what is proposed, also after the two were read anew.
  const choices = compared && { ...proposedChoices(compared.kept.values, compared.other.values), ...chosen };

  async function merge() {
    if (!compared || !choices || isPending) return;
    const { kept, other } = compared;
    setPending(true);
    setProblem(null);
    const states = { kept: kept.state, other: other.state };
    const answer = await mergeCustomers({ mergeId, keptId: kept.id, otherId: other.id, states, choices }).catch(() => null);
    setPending(false);

    if (answer?.ok) {
      const undo = () =>
        act(
          () => undoMerge(mergeId),
          () => showMessage(t('undone', { name: other.values.name })),
        );
      showMessage(t('merged', { name: other.values.name }), { label: words('undo'), onClick: undo });
      return onClose();
    }
    setProblem(answer ? refusals(answer.reason, answer.values) : words('notSaved'));
    if (answer?.reason === 'changedMeanwhile') await compare(other.id);
  }

  const footer = (
    <>
      <Button onClick={onClose}>{words('cancel')}</Button>
      {otherId && (
        <Button
          intent="primary"
          isPending={isPending}
          disabledReason={compared ? null : t('reading')}
          onClick={() => void merge()}
        >
          {t('merge')}
        </Button>
      )}
    </>
  );

  return (
    <Dialog title={t('title')} size="lg" onClose={onClose} footer={footer}>
      {!otherId && <MergeSearch customerId={customerId} onChoose={setOtherId} />}
      {otherId && !compared && !problem && <p role="status">{t('reading')}</p>}
      {problem && (
        <p role="alert" className="field-error mb-3">
          {problem}
        </p>
      )}
      {compared && choices && (
        <MergeComparison
          {...compared}
          choices={choices}
          onChoose={(field, choice) => setChosen((before) => ({ ...before, [field]: choice }))}
        />
      )}
    </Dialog>
  );
}
