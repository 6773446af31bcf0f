'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { CustomerField } from '@/lib/customer-fields/types';
import { changeCustomer } from '@/lib/customers/actions';
import { MAX_CUSTOMER_CHARACTERS } from '@/lib/customers/limits';
import { changedDetails } from '@/lib/customers/policy';
import type { CardDetails } from '@/lib/customers/schema';
import { withTheirs } from '@/lib/customers/with-theirs';
import type { Manager } from '@/lib/users/managers';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { DetailFields } from '../detail-fields';
import { CardFormFoot } from './card-form-foot';
import { DetailsConflict } from './details-conflict';
import { OwnField } from './own-field';

type DetailsFormProps = {
  customerId: string;
  details: CardDetails;
  fields: CustomerField[];
  managers: Manager[];
  onClose: () => void;
};

/** Changes what is known of a customer. What a colleague changed meanwhile is shown, and one says whose stays. */
export function DetailsForm({ customerId, details: start, fields, managers, onClose }: DetailsFormProps) {
  const t = useTranslations('customers');
  const card = useTranslations('customerCard');
  const faults = useTranslations('customerCard.faults');
  const refusals = useTranslations('refusals');
  const form = useRef<HTMLFormElement>(null);
  // What it was when the form opened: a colleague's change meanwhile is asked about, not overwritten.
  const [from, setFrom] = useState(start);
  const [details, setDetails] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ paths: string[]; theirs: CardDetails } | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function save(since: CardDetails, wanted: CardDetails) {
    if (isSaving) return;
    if (wanted.name.trim() === '') return setErrors({ name: 'nameMissing' });
    const change = changedDetails(since, wanted);
    if (Object.keys(change.to).length === 0) return onClose();

    setSaving(true);
    const answer = await changeCustomer({ customerId, ...change }).catch(() => null);
    setSaving(false);
    if (answer?.ok) return onClose();

    const paths = Object.entries(answer?.fields ?? {}).map(([path, key]) => [path.replace(/^(to|from)\./, ''), key] as const);
    const isConflict = answer !== null && 'theirs' in answer;
    setConflict(isConflict ? { paths: paths.map(([path]) => path), theirs: answer.theirs } : null);
    setErrors(isConflict ? {} : Object.fromEntries(paths));
    setProblem(isConflict ? null : answer ? refusals(answer.reason) : t('notSaved'));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(from, details);
  }

  function edit(change: Partial<CardDetails>) {
    setDetails((before) => ({ ...before, ...change }));
  }

  function decide(isMine: boolean) {
    if (!conflict) return;
    // From here on theirs is what stood there: mine is written over it, or theirs stays.
    const since = withTheirs(from, conflict.theirs, conflict.paths);
    const wanted = isMine ? details : withTheirs(details, conflict.theirs, conflict.paths);
    setFrom(since);
    setDetails(wanted);
    setConflict(null);
    void save(since, wanted);
  }

  return (
    <form ref={form} aria-label={t('about')} noValidate className="flex flex-col gap-3 p-3" onSubmit={submit}>
      <DetailFields details={details} errors={errors} onChange={edit} />
      {(['city', 'country'] as const).map((field) => (
        <TextField
          key={field}
          label={card(`details.${field}`)}
          autoComplete="off"
          value={details[field]}
          maxLength={MAX_CUSTOMER_CHARACTERS[field]}
          error={errors[field] ? faults('tooLong') : null}
          onChange={(event) => edit({ [field]: event.target.value })}
        />
      ))}
      <SelectField
        label={card('details.managerId')}
        value={details.managerId ?? ''}
        error={errors.managerId ? faults('managerGone') : null}
        onChange={({ target }) => edit({ managerId: target.value || null })}
      >
        <option value="">{card('nobody')}</option>
        {managers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {fields.map((field) => {
        const key = errors[`extra.${field.id}`];
        return (
          <OwnField
            key={field.id}
            field={field}
            value={details.extra[field.id] ?? null}
            error={key ? faults(faults.has(key) ? key : 'invalid') : null}
            onChange={(value) => edit({ extra: { ...details.extra, [field.id]: value } })}
          />
        );
      })}
      {conflict && <DetailsConflict {...conflict} fields={fields} managers={managers} isSaving={isSaving} onDecide={decide} />}
      <CardFormFoot problem={problem} isSaving={isSaving} onClose={onClose} />
    </form>
  );
}
