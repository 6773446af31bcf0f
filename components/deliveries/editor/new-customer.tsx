'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { createCustomer } from '@/lib/customers/actions';
import type { CustomerDetails } from '@/lib/customers/schema';
import type { FoundCustomer } from '@/lib/customers/types';
import { newId } from '@/lib/new-id';
import { blankDetails, DetailFields } from '../../customers/detail-fields';
import { NumberTaken } from '../../customers/number-taken';
import { Button } from '../../ui/button';
import { showMessage } from '../../ui/show-message';
import { useCustomer } from './customer-context';
import { useContent, useEditor } from './editor-context';

type NewCustomerProps = {
  /** Somebody who has the number already is meant after all. */
  onChoose: (owner: FoundCustomer) => void;
  onClose: () => void;
};

/** "Add new customer" while they are on the line: a name is enough, the number of the delivery becomes theirs (S0.16b). */
export function NewCustomer({ onChoose, onClose }: NewCustomerProps) {
  const t = useTranslations('client');
  const refusals = useTranslations('refusals');
  const { keeper, beforeSending } = useEditor();
  const { learn } = useCustomer();
  const name = useContent('customerName');
  const [customerId] = useState(newId);
  const [details, setDetails] = useState({ ...blankDetails, name });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [isSaving, setSaving] = useState(false);

  /** Whether the customer is stored now. */
  async function save(isShared: boolean): Promise<boolean> {
    if (isSaving) return false;
    const { phone } = keeper.getSnapshot().editing.mine;
    setSaving(true);
    const answer = await createCustomer({ customerId, details, phone, isShared }).catch(() => null);
    setSaving(false);

    setOwners(answer && 'owners' in answer ? answer.owners : []);
    const fields = answer && !answer.ok ? fieldsOf(answer.fields) : {};
    setErrors(fields);
    setProblem(null);
    if (!answer) setProblem(t('notSaved'));
    else if (!answer.ok && !('owners' in answer) && Object.keys(fields).length === 0) setProblem(refusals(answer.reason));
    if (!answer || 'owners' in answer || !answer.ok) return false;

    learn(answer.data);
    keeper.edit({ customerId, customerName: answer.data.name });
    void keeper.flush();
    showMessage(t('added', { name: answer.data.name }));
    onClose();
    return true;
  }

  // The order is not sent past a customer who is half written: they are stored first, or it says what is missing.
  const settle = async () => {
    if (sameDetails(details, blankDetails)) return true;
    if (details.name.trim() !== '') return save(false);
    setErrors({ name: 'nameMissing' });
    return false;
  };

  useEffect(() => {
    beforeSending.current = settle;
    return () => {
      beforeSending.current = null;
    };
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (details.name.trim() === '') return setErrors({ name: 'nameMissing' });
    void save(false);
  }

  // Enter saves a form. On the card it would only lead on, past a customer who is not saved.
  function keepEnter(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  }

  return (
    <form aria-label={t('addNew')} noValidate className="flex flex-col gap-3" onSubmit={submit} onKeyDown={keepEnter}>
      <DetailFields
        isShort
        details={details}
        errors={errors}
        onChange={(change) => setDetails((before) => ({ ...before, ...change }))}
      />
      {owners.length > 0 && (
        <NumberTaken
          owners={owners}
          onChoose={onChoose}
          isPending={isSaving}
          shareLabel={t('addAnyway')}
          onShare={() => void save(true)}
        />
      )}
      {problem && (
        <p role="alert" className="field-error text-xs">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isPending={isSaving}>
          {t('saveCustomer')}
        </Button>
        <Button intent="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function sameDetails(one: CustomerDetails, other: CustomerDetails): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `details.name` of the action's input → `name` of the form. */
function fieldsOf(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace('details.', ''), key]));
}
