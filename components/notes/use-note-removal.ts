'use client';

import { useTranslations } from 'next-intl';
import { deleteNote, restoreNote } from '@/lib/notes/actions';
import { useDeskRouter } from '../live/use-desk-router';
import { showError, showMessage } from '../ui/show-message';

/** Deletes a note at once, and offers to take it back. */
export function useNoteRemoval(onChanged: () => void = () => undefined) {
  const t = useTranslations('notes');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();

  async function settle(answer: Awaited<ReturnType<typeof deleteNote>> | null): Promise<boolean> {
    if (!answer?.ok) showError(refusals(answer?.reason ?? 'unavailable'));
    onChanged();
    router.refresh();
    return answer?.ok ?? false;
  }

  async function restore(noteId: string) {
    await settle(await restoreNote(noteId).catch(() => null));
  }

  return async function remove(noteId: string) {
    const isDeleted = await settle(await deleteNote(noteId).catch(() => null));
    if (isDeleted) showMessage(t('deleted'), { label: t('undo'), onClick: () => void restore(noteId) });
  };
}
