'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent, KeyboardEvent } from 'react';
import { MAX_NOTE_CHARACTERS } from '@/lib/notes/limits';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import { TextAreaField } from '../ui/field';
import { type SavedNote, type StoreNote, useNoteDraft } from './use-note-draft';

type NoteFormProps = {
  /** What it is about: under it, the note is kept here while it is written. */
  subjectId: string;
  store: StoreNote;
  label: string;
  act: string;
  onSaved: (note: SavedNote) => void;
};

/** Where a note is written. Ctrl Enter saves it too. */
export function NoteForm({ subjectId, store, label, act, onSaved }: NoteFormProps) {
  const t = useTranslations('notes');
  const { me } = useDesk();
  const { text, type, save, problem, isSaving } = useNoteDraft(me.id, subjectId, store);

  async function submit() {
    const saved = await save();
    if (saved) onSaved(saved);
  }

  function pressed(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextAreaField
        label={label}
        rows={2}
        value={text}
        maxLength={MAX_NOTE_CHARACTERS}
        readOnly={isSaving}
        error={problem}
        // The name of the key is the same in every language of ours.
        aria-keyshortcuts="Control+Enter"
        onChange={(event) => type(event.target.value)}
        onKeyDown={pressed}
      />
      <div className="flex items-center gap-2">
        <Button type="submit" size="sm" isPending={isSaving}>
          {act}
        </Button>
        {text !== '' && <span className="text-muted text-xs">{t('keptHere')}</span>}
      </div>
    </form>
  );
}
