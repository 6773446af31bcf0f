'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { refused } from '@/lib/action-result';
import { filePath } from '@/lib/files/file-path';
import { MAX_FILE_BYTES, MAX_FILE_MEBIBYTES } from '@/lib/files/limits';
import { newId } from '@/lib/new-id';
import { useDeskRouter } from '../live/use-desk-router';
import { sendFile } from './send-file';
import { createUploadQueue, type Picked } from './upload-queue';

export type Owner = { customer: string } | { note: string };

const NONE: readonly never[] = [];

/** Files on their way to a customer or a note. The list of what is there comes anew with each that arrived. */
export function useUploads(owner: Owner) {
  const router = useDeskRouter();
  const [kind, id] = 'customer' in owner ? ['customer', owner.customer] : ['note', owner.note];
  const queue = useMemo(
    () =>
      createUploadQueue<File>({
        newId,
        refuses: refusesToSend,
        send: (fileId, file, onProgress) =>
          sendFile(`${filePath(fileId)}?${new URLSearchParams({ [kind]: id, name: file.name })}`, file, onProgress),
        onDone: () => router.refresh(),
      }),
    [kind, id, router],
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NONE);

  useAskBeforeLeaving(uploads.some(({ phase }) => phase === 'waiting' || phase === 'sending'));
  return { uploads, ...queue };
}

/** Known before a byte is sent. */
function refusesToSend({ size }: Picked) {
  if (size === 0) return refused('fileEmpty');
  return size > MAX_FILE_BYTES ? refused('fileTooLarge', { megabytes: String(MAX_FILE_MEBIBYTES) }) : null;
}

/** A closed page sends nothing more. */
function useAskBeforeLeaving(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}
