'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';

/** Saves a small form of the card. What was typed stays, whatever is answered. `errors` are sentences, by field. */
export function useCardForm(save: () => Promise<ActionResult>, onClose: () => void) {
  const t = useTranslations('customers');
  const faults = useTranslations('customerCard.faults');
  const refusals = useTranslations('refusals');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    setSaving(true);
    const answer = await save().catch(() => null);
    setSaving(false);
    if (answer?.ok) return onClose();

    const fields = Object.entries(answer?.fields ?? {});
    setErrors(Object.fromEntries(fields.map(([field, key]) => [field, faults(faults.has(key) ? key : 'invalid')])));
    setProblem(answer ? (fields.length > 0 ? null : refusals(answer.reason, answer.values)) : t('notSaved'));
  }

  function forget(field: string): void {
    setProblem(null);
    setErrors(({ [field]: _, ...others }) => others);
  }

  return { submit, errors, problem, isSaving, forget };
}
