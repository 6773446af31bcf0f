'use client';

import { Paperclip, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { filePath } from '@/lib/files/file-path';
import { ACCEPTED_EXTENSIONS } from '@/lib/files/media-types';
import type { NoteRow } from '@/lib/notes/queries';
import type { ShownNote } from '@/lib/notes/shown-notes';
import { ChooseFiles } from '../files/choose-files';
import { DropZone } from '../files/drop-zone';
import { useBytesInWords } from '../files/file-words';
import { UploadList } from '../files/upload-list';
import { useUploads } from '../files/use-uploads';
import { IconButton } from '../ui/icon-button';
import { Moment } from '../ui/moment';
import { useFormats } from '../ui/organisation';

type NoteItemProps = { note: ShownNote; isEditable: boolean; onDelete: () => void };

/** What somebody wrote, when, in which call, and the files that belong to it. */
export function NoteItem({ note, isEditable, onDelete }: NoteItemProps) {
  const t = useTranslations('notes');
  const { uploads, add, retry, cancel } = useUploads({ note: note.id });

  return (
    <li className="border-separator border-b last:border-b-0">
      <DropZone onDrop={add} isOff={!isEditable} className="px-3 py-2">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <bdi className="wrap-anywhere block whitespace-pre-line">{note.text}</bdi>
            <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-muted text-xs">
              <bdi className="max-w-60 truncate">{note.author?.name ?? t('someone')}</bdi>
              <span aria-hidden="true">·</span>
              <Moment at={new Date(note.createdAt).toISOString()} />
              {note.call && <OfCall call={note.call} />}
            </p>
            <NoteFiles files={note.files} />
          </div>
          {isEditable && (
            <ChooseFiles
              label={t('attach')}
              icon={<Paperclip aria-hidden="true" />}
              accept={ACCEPTED_EXTENSIONS}
              isIconOnly
              onChoose={add}
            />
          )}
          {note.isDeletable && (
            <IconButton size="sm" name={t('delete')} icon={<Trash2 aria-hidden="true" />} onClick={onDelete} />
          )}
        </div>
        <UploadList uploads={uploads} onRetry={retry} onCancel={cancel} />
      </DropZone>
    </li>
  );
}

function OfCall({ call }: { call: NonNullable<NoteRow['call']> }) {
  const t = useTranslations('notes');
  const formats = useFormats();
  const at = formats.dateTime(call.startedAt);

  return (
    <>
      <span aria-hidden="true">·</span>
      <span>{call.direction === 'outbound' ? t('callOut', { at }) : t('callIn', { at })}</span>
    </>
  );
}

function NoteFiles({ files }: Pick<NoteRow, 'files'>) {
  const inWords = useBytesInWords();
  if (files.length === 0) return null;

  return (
    <ul className="mt-1 flex flex-col gap-0.5">
      {files.map(({ id, name, bytes }) => (
        <li key={id} className="flex min-w-0 items-center gap-1.5 text-xs">
          <Paperclip aria-hidden="true" className="size-3 shrink-0 text-subtle" />
          <a href={filePath(id)} download={name} title={name} className="min-w-0 truncate text-accent-text hover:underline">
            <bdi>{name}</bdi>
          </a>
          <span className="num shrink-0 text-muted">{inWords(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
