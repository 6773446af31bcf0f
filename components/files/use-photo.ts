'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Refused, refused } from '@/lib/action-result';
import { deletePhoto, restorePhoto } from '@/lib/files/actions';
import { photoPath } from '@/lib/files/file-path';
import { MAX_PHOTO_BYTES, MAX_PHOTO_MEBIBYTES } from '@/lib/files/limits';
import { newId } from '@/lib/new-id';
import { useDeskRouter } from '../live/use-desk-router';
import { showError, showMessage } from '../ui/show-message';
import { sendFile } from './send-file';

/** Sends a customer's photo, and takes it away. What is no photo is refused with a sentence that says which file and why. */
export function usePhoto(customerId: string) {
  const t = useTranslations('photo');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isBusy, setBusy] = useState(false);

  async function send(file: File, fileId = newId()): Promise<void> {
    if (isBusy) return;
    if (file.size > MAX_PHOTO_BYTES) {
      return refuse(file.name, refused('fileTooLarge', { megabytes: String(MAX_PHOTO_MEBIBYTES) }));
    }

    setBusy(true);
    const address = `${photoPath(fileId)}?${new URLSearchParams({ customer: customerId, name: file.name })}`;
    const answer = await sendFile(address, file, () => undefined).answer;
    setBusy(false);
    if (answer?.ok) return router.refresh();
    if (answer) return refuse(file.name, answer);
    // The same photo under the same id: one that did arrive is not stored twice.
    showError(t('notSent', { name: file.name }), { label: t('tryAgain'), onClick: () => void send(file, fileId) });
  }

  function refuse(name: string, { reason, values }: Refused) {
    showError(t('refused', { name, why: refusals(reason, values) }));
  }

  async function remove(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await deletePhoto(customerId).catch(() => null);
    setBusy(false);
    router.refresh();
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));

    const { photoId } = answer.data;
    showMessage(t('removed'), { label: t('undo'), onClick: () => void restore(photoId) });
  }

  async function restore(photoId: string): Promise<void> {
    const answer = await restorePhoto(photoId).catch(() => null);
    router.refresh();
    if (!answer?.ok)
      showError(answer?.reason === 'notFound' ? t('replacedMeanwhile') : refusals(answer?.reason ?? 'unavailable'));
  }

  return { isBusy, send, remove };
}
