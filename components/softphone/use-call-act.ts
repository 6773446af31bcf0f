'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ActionResult, refused } from '@/lib/action-result';
import { showError } from '../ui/show-message';

/** Runs what a call button starts, one at a time; a refusal is told as a sentence. */
export function useCallAct() {
  const t = useTranslations('phone');
  const refusals = useTranslations('refusals');
  const [isPending, setIsPending] = useState(false);

  function tell(answer: ActionResult<unknown>) {
    if (answer.ok) return;

    const colleague = answer.reason === 'answeredByColleague' ? answer.values?.name : undefined;
    showError(colleague ? t('answeredBy', { name: colleague }) : refusals(answer.reason, answer.values));
  }

  async function act(start: () => Promise<ActionResult<unknown>>) {
    if (isPending) return;

    setIsPending(true);
    const answer = await start().catch(() => refused('unavailable'));
    setIsPending(false);
    tell(answer);
  }

  return { act, tell, isPending };
}
