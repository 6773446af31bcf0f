'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { newId } from '@/lib/new-id';
import { type Draft, keptDrafts } from './kept-drafts';

export type SavedNote = { id: string; text: string };
/** Stores a note under the id that was made for it; one that is stored again is the same. */
export type StoreNote = (note: { noteId: string; text: string }) => Promise<ActionResult<unknown>>;

const NOTHING: Draft = { noteId: '', text: '' };

/** The note that is being written about somebody or on a call, and how it is saved. What was typed stays until it is stored. */
export function useNoteDraft(userId: string, subjectId: string, store: StoreNote) {
  const t = useTranslations('notes');
  const refusals = useTranslations('refusals');
  const drafts = useMemo(() => keptDrafts(userId, subjectId), [userId, subjectId]);
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    const kept = drafts.find();
    // What is being typed already is newer than what was left here.
    if (kept) setDraft((typed) => (typed.text === '' ? kept : typed));
  }, [drafts]);

  function type(text: string) {
    const typed = { noteId: draft.noteId || newId(), text };
    setDraft(typed);
    setProblem(null);
    drafts.keep(typed);
  }

  /** Null where it could not be saved: then it says why, and the text stays. */
  async function save(): Promise<SavedNote | null> {
    const text = draft.text.trim();
    if (isSaving) return null;
    if (text === '') {
      setProblem(t('empty'));
      return null;
    }
    setSaving(true);
    const answer = await store({ noteId: draft.noteId, text }).catch(() => null);
    setSaving(false);
    if (!answer?.ok) {
      setProblem(answer?.fields?.text ? t('tooLong') : answer ? refusals(answer.reason) : t('notSaved'));
      return null;
    }

    drafts.drop();
    setDraft(NOTHING);
    return { id: draft.noteId, text };
  }

  return { text: draft.text, type, save, problem, isSaving };
}
