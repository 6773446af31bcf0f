'use client';

import { FileSpreadsheet, Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES, MAX_IMPORT_MEBIBYTES } from '@/lib/customer-import/limits';
import { newId } from '@/lib/new-id';
import { DropZone } from '../../files/drop-zone';
import { type Sending, sendFile } from '../../files/send-file';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress-bar';

type OnItsWay = { file: File; id: string; share: number };

/** Where a file is chosen or dropped; it is on its way at once, and what it holds is shown before anything is stored. */
export function ImportUpload() {
  const t = useTranslations('customerImport');
  const refusals = useTranslations('refusals');
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const sending = useRef<Sending>(null);
  const [upload, setUpload] = useState<OnItsWay | null>(null);
  const [problem, setProblem] = useState<{ text: string; retry: OnItsWay | null } | null>(null);

  async function send(file: File, id: string) {
    if (file.size > MAX_IMPORT_BYTES) {
      const why = refusals('fileTooLarge', { megabytes: String(MAX_IMPORT_MEBIBYTES) });
      return setProblem({ text: t('refused', { name: file.name, why }), retry: null });
    }

    setProblem(null);
    setUpload({ file, id, share: 0 });
    const address = `/api/customer-imports/${id}?${new URLSearchParams({ name: file.name })}`;
    sending.current = sendFile(address, file, (share) => setUpload({ file, id, share }));
    const answer = await sending.current.answer;
    if (answer?.ok) return router.push(`/customers/import/${id}`);

    setUpload(null);
    if (answer)
      return setProblem({ text: t('refused', { name: file.name, why: refusals(answer.reason, answer.values) }), retry: null });
    // The same file under the same id: one that did arrive is not stored twice.
    setProblem({ text: t('notSent', { name: file.name }), retry: { file, id, share: 0 } });
  }

  const choose = ([file]: File[]) => void (file && send(file, newId()));

  return (
    <DropZone onDrop={choose} isOff={upload !== null} className="rounded-lg">
      <section aria-label={t('import')} className="panel flex flex-col items-center gap-3 px-4 py-8 text-center">
        <FileSpreadsheet aria-hidden="true" className="size-6 text-subtle" />
        {upload ? (
          <div className="flex w-full max-w-md flex-col gap-2">
            <p className="truncate" title={upload.file.name}>
              <bdi>{upload.file.name}</bdi>
            </p>
            <ProgressBar label={t('uploading', { name: upload.file.name })} share={upload.share} />
            <Button onClick={() => sending.current?.cancel()}>{t('cancel')}</Button>
          </div>
        ) : (
          <>
            <p className="max-w-prose text-muted">
              {t('uploadHint', { megabytes: MAX_IMPORT_MEBIBYTES, lines: MAX_IMPORT_LINES })}
            </p>
            <Button intent="primary" icon={<Upload aria-hidden="true" />} onClick={() => input.current?.click()}>
              {t('import')}
            </Button>
          </>
        )}
        {problem && (
          <p role="alert" className="field-error flex flex-wrap items-center justify-center gap-2">
            {problem.text}
            {problem.retry && (
              <Button size="sm" onClick={() => problem.retry && void send(problem.retry.file, problem.retry.id)}>
                {t('tryAgain')}
              </Button>
            )}
          </p>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('file')}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            choose(files);
          }}
        />
      </section>
    </DropZone>
  );
}
