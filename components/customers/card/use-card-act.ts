'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { showError } from '../../ui/show-message';

/** Does what a press asks for; a refusal is said in a sentence. */
export function useCardAct() {
  const t = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const [isPending, startTransition] = useTransition();

  function act<Data>(work: () => Promise<ActionResult<Data>>, then?: (data: Data) => void): void {
    startTransition(async () => {
      const answer = await work().catch(() => null);
      if (answer?.ok) then?.(answer.data);
      else showError(answer ? refusals(answer.reason, answer.values) : t('notSaved'));
    });
  }

  return { act, isPending };
}
