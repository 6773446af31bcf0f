'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NOTE_ROWS } from '@/lib/notes/limits';
import { Panel } from '../deliveries/panel';
import { NoteForm } from './note-form';
import { NoteItem, type ShownNote } from './note-item';
import { useNoteRemoval } from './use-note-removal';

type NotesPanelProps = { customerId: string; notes: ShownNote[]; isEditable: boolean };

/** What colleagues wrote about a customer, latest first, and where the next note is written (S2.30). */
export function NotesPanel({ customerId, notes, isEditable }: NotesPanelProps) {
  const t = useTranslations('notes');
  const router = useRouter();
  const remove = useNoteRemoval();

  return (
    <Panel title={t('title')}>
      {isEditable && (
        <div className="border-separator border-b p-3">
          <NoteForm customerId={customerId} callId={null} label={t('newNote')} act={t('add')} onSaved={() => router.refresh()} />
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
      {notes.length === NOTE_ROWS && <p className="p-3 text-muted text-xs">{t('more', { count: NOTE_ROWS })}</p>}
    </Panel>
  );
}
