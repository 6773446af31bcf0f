'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { createNote, readNotesOfCall } from '@/lib/notes/actions';
import type { NoteRow } from '@/lib/notes/queries';
import { Moment } from '../ui/moment';
import { NoteForm } from './note-form';

type CallNoteProps = {
  callId: string;
  /** Whom the operator chose, where several have the number; null takes the one who has it. */
  customerId: string | null;
};

/** A note written while a call runs, below those of this call so far, also of colleagues who had it before (S2.29, S2.35a). */
export function CallNote({ callId, customerId }: CallNoteProps) {
  const t = useTranslations('notes');
  const { notes, readAgain } = useNotesOfCall(callId);

  return (
    <div className="flex flex-col gap-2">
      {notes.length > 0 && (
        <ul aria-label={t('ofThisCall')} className="flex flex-col gap-1">
          {notes.map((note) => (
            <li key={note.id}>
              <bdi className="wrap-anywhere line-clamp-4 whitespace-pre-line">{note.text}</bdi>
              <span className="text-muted text-xs">
                <bdi>{note.author?.name ?? t('someone')}</bdi> · <Moment at={new Date(note.createdAt).toISOString()} as="time" />
              </span>
            </li>
          ))}
        </ul>
      )}
      <NoteForm
        key={callId}
        subjectId={callId}
        store={(note) => createNote({ ...note, customerId, callId })}
        label={t('note')}
        act={t('create')}
        onSaved={readAgain}
      />
    </div>
  );
}

function useNotesOfCall(callId: string) {
  const [read, setRead] = useState<{ callId: string; notes: NoteRow[] } | null>(null);

  const readAgain = useCallback(() => {
    // Without an answer the card shows what it has: the field is what matters while somebody talks.
    void readNotesOfCall(callId)
      .then((answer) => answer.ok && setRead({ callId, notes: answer.data.toReversed() }))
      .catch(() => undefined);
  }, [callId]);
  useEffect(readAgain, [readAgain]);

  return { notes: read?.callId === callId ? read.notes : [], readAgain };
}
