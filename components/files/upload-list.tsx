'use client';

import { CircleAlert, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../ui/icon-button';
import { useBytesInWords } from './file-words';
import type { Upload } from './upload-queue';

type UploadListProps = { uploads: readonly Upload[]; onRetry: (id: string) => void; onCancel: (id: string) => void };

/** Files that are on their way, or did not arrive and why. */
export function UploadList({ uploads, onRetry, onCancel }: UploadListProps) {
  const t = useTranslations('files');
  if (uploads.length === 0) return null;

  return (
    <ul aria-label={t('uploads')} className="flex flex-col">
      {uploads.map((upload) => (
        <Row key={upload.id} upload={upload} onRetry={onRetry} onCancel={onCancel} />
      ))}
    </ul>
  );
}

function Row({ upload, onRetry, onCancel }: Omit<UploadListProps, 'uploads'> & { upload: Upload }) {
  const t = useTranslations('files');
  const refusals = useTranslations('refusals');
  const inWords = useBytesInWords();
  const { id, name, bytes, phase, share, refusal } = upload;
  const problem = phase === 'broken' ? t('broken') : refusal && refusals(refusal.reason, refusal.values);
  const percent = Math.floor(share * 100);

  return (
    <li className="flex min-h-12 items-center gap-2 border-separator border-b px-3 py-1.5">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex min-w-0 justify-between gap-3">
          <bdi title={name} className="min-w-0 truncate font-medium">
            {name}
          </bdi>
          <span className="num shrink-0 text-muted text-xs">{inWords(bytes)}</span>
        </p>
        {problem ? (
          <p role="alert" className="field-error flex gap-1 text-xs">
            <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
            {problem}
          </p>
        ) : (
          <div className="flex items-center gap-2">
            <div
              role="progressbar"
              aria-label={t('progressOf', { name })}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              className="h-1 flex-1 overflow-hidden rounded bg-surface-tertiary"
            >
              <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
            </div>
            <span className="num shrink-0 text-muted text-xs">
              {phase === 'waiting' ? t('waiting') : percent === 100 ? t('checking') : t('percent', { percent })}
            </span>
          </div>
        )}
      </div>
      {phase === 'broken' && (
        <IconButton size="sm" name={t('retry', { name })} icon={<RotateCw aria-hidden="true" />} onClick={() => onRetry(id)} />
      )}
      <IconButton
        size="sm"
        name={problem ? t('dismiss', { name }) : t('cancel', { name })}
        icon={<X aria-hidden="true" />}
        onClick={() => onCancel(id)}
      />
    </li>
  );
}
