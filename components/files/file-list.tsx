'use client';

import { Download, FileAudio, File as FileIcon, FileImage, FileText, type LucideIcon, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { filePath } from '@/lib/files/file-path';
import type { FileRow } from '@/lib/files/queries';
import { buttonClass } from '../ui/button-class';
import { IconButton } from '../ui/icon-button';
import { Moment } from '../ui/moment';
import { kindInWords, useBytesInWords } from './file-words';
import { useFileRemoval } from './use-file-removal';

/** What is kept, latest first: press a name to save the file. */
export function FileList({ files, isEditable }: { files: FileRow[]; isEditable: boolean }) {
  const t = useTranslations('files');
  const remove = useFileRemoval();

  return (
    <ul aria-label={t('title')} className="flex flex-col">
      {files.map((file) => (
        <Row key={file.id} file={file} onDelete={isEditable ? () => void remove(file) : undefined} />
      ))}
    </ul>
  );
}

function Row({ file, onDelete }: { file: FileRow; onDelete?: () => void }) {
  const t = useTranslations('files');
  const inWords = useBytesInWords();
  const { id, name, mediaType, bytes, createdAt, uploadedBy, note } = file;
  const Icon = iconOf(mediaType);

  return (
    <li className="flex min-h-12 items-center gap-2 border-separator border-b px-3 py-1.5 last:border-b-0">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-subtle" />
      <div className="min-w-0 flex-1">
        <a href={filePath(id)} download={name} title={name} className="block truncate font-medium hover:underline">
          <bdi>{name}</bdi>
        </a>
        <p className="flex min-w-0 flex-wrap gap-x-1.5 text-muted text-xs">
          <span>{kindInWords(mediaType)}</span>
          <span aria-hidden="true">·</span>
          <span className="num">{inWords(bytes)}</span>
          <span aria-hidden="true">·</span>
          <bdi className="max-w-60 truncate">{uploadedBy?.name ?? t('someone')}</bdi>
          <span aria-hidden="true">·</span>
          <Moment at={new Date(createdAt).toISOString()} />
          {note && (
            <span className="min-w-0 max-w-full truncate" title={note.text}>
              {t('ofNote', { text: note.text })}
            </span>
          )}
        </p>
      </div>
      <a
        href={filePath(id)}
        download={name}
        aria-label={t('download', { name })}
        title={t('download', { name })}
        className={buttonClass({ intent: 'ghost', size: 'sm', isIconOnly: true })}
      >
        <Download aria-hidden="true" />
      </a>
      {onDelete && <IconButton size="sm" name={t('delete', { name })} icon={<Trash2 aria-hidden="true" />} onClick={onDelete} />}
    </li>
  );
}

function iconOf(mediaType: string): LucideIcon {
  if (mediaType.startsWith('image/')) return FileImage;
  if (mediaType.startsWith('audio/')) return FileAudio;
  if (mediaType.startsWith('text/') || mediaType === 'application/pdf') return FileText;
  return FileIcon;
}
