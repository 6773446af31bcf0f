'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { createCustomer } from '@/lib/customers/actions';
import type { CustomerDetails } from '@/lib/customers/schema';
import type { FoundCustomer } from '@/lib/customers/types';
import { newId } from '@/lib/new-id';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { LinkButton } from '../ui/link-button';
import { showMessage } from '../ui/show-message';
import { blankDetails, DetailFields } from './detail-fields';
import { NumberTaken } from './number-taken';

const MAX_NUMBER_CHARACTERS = 40;

/** Somebody who is no customer yet, with the number to reach them at. A name is enough; nothing typed is lost by a refusal. */
export function NewCustomerForm({ name, phone: givenPhone }: { name: string; phone: string }) {
  const t = useTranslations('customerList');
  const words = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const router = useRouter();
  const [customerId] = useState(newId);
  const [details, setDetails] = useState<CustomerDetails>({ ...blankDetails, name });
  const [phone, setPhone] = useState(givenPhone);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isNumberWrong, setNumberWrong] = useState(false);
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [isSaving, setSaving] = useState(false);

  async function save(isShared: boolean) {
    if (isSaving) return;
    if (details.name.trim() === '') return setErrors({ name: 'nameMissing' });

    setSaving(true);
    const answer = await createCustomer({ customerId, details, phone, isShared }).catch(() => null);
    setSaving(false);
    setOwners(answer && 'owners' in answer ? answer.owners : []);
    setNumberWrong(answer !== null && !answer.ok && answer.reason === 'numberInvalid');
    if (answer?.ok) {
      showMessage(t('added', { name: answer.data.name }));
      return router.push(`/customers/${customerId}`);
    }

    const fields = answer ? fieldsOf(answer.fields) : {};
    setErrors(fields);
    const isSaid = answer !== null && ('owners' in answer || answer.reason === 'numberInvalid' || Object.keys(fields).length > 0);
    setProblem(isSaid ? null : answer ? refusals(answer.reason) : words('notSaved'));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(false);
  }

  return (
    <form aria-label={t('new')} noValidate className="panel flex max-w-xl flex-col gap-3 p-4" onSubmit={submit}>
      <DetailFields details={details} errors={errors} onChange={(change) => setDetails((before) => ({ ...before, ...change }))} />
      <TextField
        label={t('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={phone}
        maxLength={MAX_NUMBER_CHARACTERS}
        error={isNumberWrong ? refusals('numberInvalid') : null}
        hint={t('phoneHint')}
        onChange={(event) => setPhone(event.target.value)}
      />
      {owners.length > 0 && (
        <NumberTaken
          owners={owners}
          onChoose={({ id }) => router.push(`/customers/${id}`)}
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
        <Button type="submit" intent="primary" isPending={isSaving}>
          {t('save')}
        </Button>
        <LinkButton href="/customers" intent="ghost">
          {words('cancel')}
        </LinkButton>
      </div>
    </form>
  );
}

/** `details.name` of the action's input → `name` of the form. */
function fieldsOf(fields: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace('details.', ''), key]));
}
