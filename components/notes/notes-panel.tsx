'use client';

import { useTranslations } from 'next-intl';
import { createNote, moreNotes } from '@/lib/notes/actions';
import type { ShownNote } from '@/lib/notes/shown-notes';
import type { CreatedKey, Page } from '@/lib/page';
import { Panel } from '../deliveries/panel';
import { useDeskRouter } from '../live/use-desk-router';
import { MoreButton } from '../ui/more-button';
import { useMoreRows } from '../ui/use-more-rows';
import { NoteForm } from './note-form';
import { NoteItem } from './note-item';
import { useNoteRemoval } from './use-note-removal';

type NotesPanelProps = { customerId: string; first: Page<ShownNote, CreatedKey>; isEditable: boolean };

/** What colleagues wrote about a customer, latest first, and where the next note is written (S2.30). */
export function NotesPanel({ customerId, first, isEditable }: NotesPanelProps) {
  const t = useTranslations('notes');
  const router = useDeskRouter();
  const remove = useNoteRemoval();
  const list = useMoreRows(first, (after) => moreNotes({ customerId, after }));
  const notes = list.rows;

  return (
    <Panel title={t('title')}>
      {isEditable && (
        <div className="border-separator border-b p-3">
          <NoteForm
            subjectId={customerId}
            store={(note) => createNote({ ...note, customerId, callId: null })}
            label={t('newNote')}
            act={t('add')}
            onSaved={() => router.refresh()}
          />
        </div>
      )}
      {notes.length === 0 ? (
        <p className="p-3 text-muted">
          {t('none')}. {isEditable && t('noneHint')}
        </p>
      ) : (
        <ul aria-label={t('title')}>
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} isEditable={isEditable} onDelete={() => void remove(note.id)} />
          ))}
        </ul>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}
