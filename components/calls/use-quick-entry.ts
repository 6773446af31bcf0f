'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseCustomer } from '@/lib/caller-card/actions';
import { createCustomer } from '@/lib/customers/actions';
import type { FoundCustomer } from '@/lib/customers/types';
import { newId } from '@/lib/new-id';
import { useDesk } from '../softphone/desk-context';
import { showMessage } from '../ui/show-message';
import { dropEntry, dropSaved, type Entry, keepEntry, useKeptEntries } from './kept-entries';

export type CallerSeen = { callId: string; e164: string; display: string };

/** Takes down who an unknown caller is. What is typed stays on this computer until the server has it. */
export function useQuickEntry(caller: CallerSeen) {
  const t = useTranslations('quickEntry');
  const refusals = useTranslations('refusals');
  const { me } = useDesk();
  const kept = useKeptEntries(me.id).find(({ callId }) => callId === caller.callId);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [isSaving, setSaving] = useState(false);

  const entry = kept ?? blank(caller);

  function type(change: Partial<Entry>) {
    keepEntry(me.id, { ...entry, ...change, customerId: kept?.customerId ?? newId(), at: kept?.at ?? new Date().toISOString() });
    setErrors({});
    setProblem(null);
  }

  function discard() {
    dropEntry(me.id, caller.callId);
    forgetFaults();
  }

  function forgetFaults() {
    setErrors({});
    setProblem(null);
    setOwners([]);
  }

  async function save(isShared = false) {
    if (isSaving) return;
    if (!kept || kept.name.trim() === '') return setErrors({ name: 'nameMissing' });

    setSaving(true);
    const answer = await createCustomer(toInput(kept, isShared)).catch(() => null);
    setSaving(false);

    if (answer?.ok) {
      if (dropSaved(me.id, kept)) forgetFaults();
      showMessage(t('saved', { name: answer.data.name }));
      return;
    }
    const fields = fieldsOf(answer?.fields);
    setErrors(fields);
    setOwners(answer && 'owners' in answer ? answer.owners : []);
    if (!answer) setProblem(t('notSaved'));
    else if (!('owners' in answer) && Object.keys(fields).length === 0) setProblem(refusals(answer.reason));
  }

  /** A colleague took them down first, and they are the one who calls. */
  async function takeOwner(owner: FoundCustomer) {
    const answer = await chooseCustomer({ e164: caller.e164, customerId: owner.id }).catch(() => null);
    if (!answer?.ok) return setProblem(answer ? refusals(answer.reason) : t('notSaved'));
    discard();
  }

  return { entry, hasTyped: kept !== undefined, type, save, discard, takeOwner, errors, problem, owners, isSaving };
}

function blank({ callId, e164, display }: CallerSeen): Entry {
  const empty = { customerId: '', at: '', name: '', company: '', class: 'regular', note: '', city: '' } as const;
  return { ...empty, callId, e164, display };
}

function toInput({ customerId, name, company, class: customerClass, note, city, e164 }: Entry, isShared: boolean) {
  const details = { name, company, class: customerClass, note, birthday: null, source: '' };
  return { customerId, details, city, phone: e164, isShared };
}

/** `details.name` of the action's input → `name` of the form. */
function fieldsOf(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace('details.', ''), key]));
}
