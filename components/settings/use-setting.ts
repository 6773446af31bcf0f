'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { changeSettings } from '@/lib/users/settings-actions';
import type { ChangeSettings } from '@/lib/users/settings-schema';

/** What became of the last change, said beside its control. */
export type SavingNote = { isSaved: boolean; sentence: string } | null;

/** One setting: shown as chosen at once, saved by itself, back with a sentence where it was not. */
export function useSetting<Value>(stored: Value) {
  const t = useTranslations('settings');
  const refusals = useTranslations('refusals');
  const [value, show] = useOptimistic(stored);
  const [note, setNote] = useState<SavingNote>(null);
  const [isSaving, startTransition] = useTransition();

  function save(next: Value, change: ChangeSettings) {
    startTransition(async () => {
      show(next);
      setNote(null);
      const answer = await changeSettings(change).catch(() => undefined);
      setNote(
        answer?.ok
          ? { isSaved: true, sentence: t('saved') }
          : { isSaved: false, sentence: refusals(answer?.reason ?? 'unavailable') },
      );
    });
  }

  return { value, note, isSaving, save };
}
