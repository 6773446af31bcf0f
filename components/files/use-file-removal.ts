'use client';

import { useTranslations } from 'next-intl';
import type { ActionResult } from '@/lib/action-result';
import { deleteFile, restoreFile } from '@/lib/files/actions';
import { useDeskRouter } from '../live/use-desk-router';
import { showError, showMessage } from '../ui/show-message';

/** Deletes a file at once, and offers to take it back. */
export function useFileRemoval() {
  const t = useTranslations('files');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();

  async function settle(answer: ActionResult | null): Promise<boolean> {
    if (!answer?.ok) showError(refusals(answer?.reason ?? 'unavailable'));
    router.refresh();
    return answer?.ok ?? false;
  }

  async function restore(fileId: string) {
    await settle(await restoreFile(fileId).catch(() => null));
  }

  return async function remove({ id, name }: { id: string; name: string }) {
    const isDeleted = await settle(await deleteFile(id).catch(() => null));
    if (isDeleted) showMessage(t('deleted', { name }), { label: t('undo'), onClick: () => void restore(id) });
  };
}
