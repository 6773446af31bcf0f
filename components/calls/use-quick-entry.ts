'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { chooseCustomer } from '@/lib/caller-card/actions';
import { createCustomer } from '@/lib/customers/actions';
import type { FoundCustomer } from '@/lib/customers/types';
import type { DraftContent } from '@/lib/inquiries/types';
import { newId } from '@/lib/new-id';
import { useDraft } from '../inquiries/use-draft';
import { useDesk } from '../softphone/desk-context';
import { showMessage } from '../ui/show-message';
import { dropEntry, dropSaved, type Entry, keepEntry, useKeptEntries } from './kept-entries';

export type CallerSeen = { callId: string; e164: string; display: string };

/**
 * Takes down who an unknown caller is. What is typed stays on this computer until the server has it, and is in the draft of the call:
 * a colleague who gets the call goes on where this one stopped (S3.16).
 */
export function useQuickEntry(caller: CallerSeen) {
  const t = useTranslations('quickEntry');
  const refusals = useTranslations('refusals');
  const { me } = useDesk();
  const kept = useKeptEntries(me.id).find(({ callId }) => callId === caller.callId);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [isSaving, setSaving] = useState(false);

  const { content, registered, keeper } = useDraft(caller.callId);
  const isRegistered = registered !== null;
  const entry = { ...blank(caller), ...kept, ...enteredIn(content) };

  // Whoever got the call has made an inquiry of it: what was taken down for it has done its work.
  useEffect(() => {
    if (isRegistered) dropEntry(me.id, caller.callId);
  }, [isRegistered, me.id, caller.callId]);

  /** As it is sent, or kept: with the id of whom it makes. */
  function identified(): Entry {
    return { ...entry, customerId: kept?.customerId ?? newId(), at: kept?.at ?? new Date().toISOString() };
  }

  function type(change: Partial<Entered>) {
    keepEntry(me.id, { ...identified(), ...change });
    keeper.type(change);
    setErrors({});
    setProblem(null);
  }

  function discard() {
    dropEntry(me.id, caller.callId);
    keeper.type(NOTHING_ENTERED);
    forgetFaults();
  }

  function forgetFaults() {
    setErrors({});
    setProblem(null);
    setOwners([]);
  }

  async function save(isShared = false) {
    if (isSaving) return;
    if (entry.name.trim() === '') return setErrors({ name: 'nameMissing' });

    const sent = identified();
    keepEntry(me.id, sent);
    setSaving(true);
    const answer = await createCustomer(toInput(sent, isShared)).catch(() => null);
    setSaving(false);

    if (answer?.ok) {
      keeper.type({ ...NOTHING_ENTERED, customerId: sent.customerId });
      if (dropSaved(me.id, sent)) forgetFaults();
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
    keeper.type({ customerId: owner.id });
  }

  return { entry, hasTyped: kept !== undefined, type, save, discard, takeOwner, errors, problem, owners, isSaving };
}

export type Entered = Pick<Entry, 'name' | 'company' | 'class' | 'note' | 'city'>;

const NOTHING_ENTERED: Entered = { name: '', company: '', class: 'regular', note: '', city: '' };

/** What a colleague wrote, or this one: fields that nobody has written stay as they are. */
function enteredIn({ name, company, class: customerClass, note, city }: DraftContent): Partial<Entered> {
  const written = { name, company, class: customerClass, note, city };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

function blank({ callId, e164, display }: CallerSeen): Entry {
  return { ...NOTHING_ENTERED, customerId: '', at: '', callId, e164, display };
}

function toInput({ customerId, name, company, class: customerClass, note, city, e164 }: Entry, isShared: boolean) {
  const details = { name, company, class: customerClass, note, birthday: null, source: '' };
  return { customerId, details, city, phone: e164, isShared };
}

/** `details.name` of the action's input → `name` of the form. */
function fieldsOf(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace('details.', ''), key]));
}
