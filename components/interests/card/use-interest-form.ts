'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { changeInterest } from '@/lib/interests/card-actions';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import { changedDetails, DETAIL_FIELDS, type DetailField, withTheirs } from '@/lib/interests/details';
import type { InterestDetails } from '@/lib/interests/details-schema';
import { useDesk } from '../../softphone/desk-context';
import { keptDetails } from './kept-details';

/** What is being typed about an interest, and how it is saved. It stays, whatever is answered, until it is stored or called off. */
export function useInterestForm({ id: interestId, details: start }: Pick<Facts, 'id' | 'details'>, onClose: () => void) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const { me } = useDesk();
  const kept = useMemo(() => keptDetails(me.id, interestId), [me.id, interestId]);
  // What it was when the form opened: a colleague's change meanwhile is asked about, not overwritten.
  const [{ from, mine }, setTyped] = useState(() => kept.find() ?? { from: start, mine: start });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ fields: DetailField[]; theirs: InterestDetails } | null>(null);
  const [isSaving, setSaving] = useState(false);

  function edit(change: Partial<InterestDetails>) {
    const typed = { from, mine: { ...mine, ...change } };
    setTyped(typed);
    kept.keep(typed);
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in change))));
  }

  async function save(since: InterestDetails, wanted: InterestDetails) {
    if (isSaving) return;
    if (wanted.subject.trim() === '') return setErrors({ subject: 'subjectMissing' });
    const change = changedDetails(since, wanted);
    if (Object.keys(change.to).length === 0) return close();

    setSaving(true);
    const answer = await changeInterest({ interestId, ...change }).catch(() => null);
    setSaving(false);
    if (answer?.ok) return close();

    const isConflict = answer !== null && 'theirs' in answer;
    const fields = answer?.fields ?? {};
    setConflict(isConflict ? { fields: DETAIL_FIELDS.filter((field) => field in fields), theirs: answer.theirs } : null);
    setErrors(isConflict ? {} : fields);
    const isSaid = isConflict || Object.keys(fields).length > 0;
    setProblem(isSaid ? null : answer ? refusals(answer.reason, answer.values) : t('notSaved'));
  }

  function decide(isMine: boolean) {
    if (!conflict) return;
    // From here on theirs is what stood there: mine is written over it, or theirs stays.
    const since = withTheirs(from, conflict.theirs, conflict.fields);
    const wanted = isMine ? mine : withTheirs(mine, conflict.theirs, conflict.fields);
    setTyped({ from: since, mine: wanted });
    setConflict(null);
    void save(since, wanted);
  }

  function close() {
    kept.drop();
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(from, mine);
  }

  function errorOf(field: DetailField): string | null {
    const key = errors[field];
    return key === undefined ? null : t(`faults.${t.has(`faults.${key}`) ? key : 'invalid'}`);
  }

  return { mine, edit, submit, errorOf, problem, conflict, decide, isSaving, close };
}
