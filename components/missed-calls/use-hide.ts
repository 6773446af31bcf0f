'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { hideMissedCalls, restoreMissedCalls } from '@/lib/missed-calls/actions';
import { useDeskRouter } from '../live/use-desk-router';
import { showError, showMessage } from '../ui/show-message';

type Changed = ActionResult<{ missedCallIds: string[] }>;

/** Takes rows off the list, with a way back for whoever slipped, and puts them on it again. */
export function useHide() {
  const t = useTranslations('missedCalls');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isPending, startTransition] = useTransition();

  function change(act: (input: { missedCallIds: string[] }) => Promise<Changed>, ids: string[], onDone: (ids: string[]) => void) {
    startTransition(async () => {
      const answer = await act({ missedCallIds: ids }).catch(() => null);
      if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
      onDone(answer.data.missedCallIds);
      await router.refresh();
    });
  }

  function restore(ids: string[]) {
    change(restoreMissedCalls, ids, (restored) => showMessage(t('restored', { count: restored.length })));
  }

  /** `onHidden`: once they are; a refusal leaves them as they were ticked. */
  function hide(ids: string[], onHidden?: () => void) {
    change(hideMissedCalls, ids, (hidden) => {
      onHidden?.();
      const undo = { label: t('undo'), onClick: () => restore(hidden) };
      showMessage(t('hidden', { count: hidden.length }), hidden.length > 0 ? undo : undefined);
    });
  }

  return { hide, restore, isPending };
}
