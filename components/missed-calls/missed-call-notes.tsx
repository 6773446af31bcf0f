'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { readMissedCallNotes } from '@/lib/missed-calls/actions';
import type { MissedCallNotes as Notes } from '@/lib/missed-calls/note-queries';
import { createNote } from '@/lib/notes/actions';
import { useDeskRouter } from '../live/use-desk-router';
import { NoteForm } from '../notes/note-form';
import { Moment } from '../ui/moment';

type NotesProps = { missedCallId: string; version: number; isWriting: boolean };

/** Notes on the calls of a missed call, and where the next is written (S2.11). A half-written one is kept in this browser. */
export function MissedCallNotes({ missedCallId, version, isWriting }: NotesProps) {
  const t = useTranslations('missedCalls');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [answer, setAnswer] = useState<ActionResult<Notes> | null>(null);
  const [saved, setSaved] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  const callId = answer?.ok ? answer.data.callId : null;

  useEffect(() => {
    let isWanted = true;
    readMissedCallNotes({ missedCallId })
      .catch((): ActionResult<Notes> => ({ ok: false, reason: 'unavailable' }))
      .then((read) => isWanted && setAnswer(read));
    return () => {
      isWanted = false;
    };
  }, [missedCallId, version, saved]);

  useEffect(() => {
    if (isWriting && callId) form.current?.querySelector('textarea')?.focus();
  }, [isWriting, callId]);

  if (!answer) return null;
  if (!answer.ok) return <p className="text-missed">{refusals(answer.reason)}</p>;

  return (
    <>
      {answer.data.notes.length > 0 && (
        <ul aria-label={t('notesLabel')} className="flex flex-col gap-2">
          {answer.data.notes.map((note) => (
            <li key={note.id}>
              <bdi className="wrap-anywhere block whitespace-pre-line">{note.text}</bdi>
              <span className="flex flex-wrap gap-x-1.5 text-muted text-xs">
                <bdi>{note.author?.name ?? t('somebody')}</bdi>
                <span aria-hidden="true">·</span>
                <Moment at={note.createdAt.toISOString()} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {callId && (
        <div ref={form}>
          <NoteForm
            // Kept under the row: another miss changes the call that it will be written on, not what is typed.
            subjectId={missedCallId}
            store={(note) => createNote({ ...note, customerId: null, callId })}
            label={t('note')}
            act={t('addNote')}
            onSaved={() => {
              setSaved(saved + 1);
              router.refresh();
            }}
          />
        </div>
      )}
    </>
  );
}
