'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { changeCustomer } from '@/lib/customers/actions';
import { changedDetails } from '@/lib/customers/policy';
import type { CustomerDetails } from '@/lib/customers/schema';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { useFormats } from '../../ui/organisation';
import { DetailFields } from '../detail-fields';

type AboutPanelProps = { customerId: string; details: CustomerDetails; isEditable: boolean };

/** What people say about a customer, to read and to change. */
export function AboutPanel({ customerId, details, isEditable }: AboutPanelProps) {
  const t = useTranslations('customers');
  const [isEditing, setEditing] = useState(false);

  return (
    <Panel
      title={t('about')}
      aside={
        isEditable &&
        !isEditing && (
          <Button size="sm" intent="ghost" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {isEditing ? (
        <DetailsForm customerId={customerId} details={details} onClose={() => setEditing(false)} />
      ) : (
        <Details details={details} />
      )}
    </Panel>
  );
}

function Details({ details }: { details: CustomerDetails }) {
  const t = useTranslations('customers');
  const words = useTranslations('personClass');
  const formats = useFormats();
  const facts = [
    [t('details.class'), words(details.class)],
    // Noon, so that no time zone makes another day of it.
    [t('details.birthday'), details.birthday && formats.date(`${details.birthday}T12:00:00Z`)],
    [t('details.source'), details.source],
  ] as const;

  return (
    <dl className="flex flex-col gap-2 p-3">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere min-w-0">
            {value ? <bdi>{value}</bdi> : <span className="text-muted">{t('unwritten')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DetailsForm({ customerId, details: start, onClose }: Omit<AboutPanelProps, 'isEditable'> & { onClose: () => void }) {
  const t = useTranslations('customers');
  const refusals = useTranslations('refusals');
  // What it was when the form opened: a colleague's change meanwhile is refused as a conflict, not overwritten.
  const [from] = useState(start);
  const [details, setDetails] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    if (details.name.trim() === '') return setErrors({ name: 'nameMissing' });
    const change = changedDetails(from, details);
    if (Object.keys(change.to).length === 0) return onClose();

    setSaving(true);
    const answer = await changeCustomer({ customerId, ...change }).catch(() => null);
    setSaving(false);
    if (answer?.ok) return onClose();

    const fields = Object.entries(answer?.fields ?? {}).map(([path, key]) => [path.replace(/^(to|from)\./, ''), key]);
    setErrors(Object.fromEntries(fields));
    setProblem(answer ? refusals(answer.reason) : t('notSaved'));
  }

  return (
    <form aria-label={t('about')} noValidate className="flex flex-col gap-3 p-3" onSubmit={submit}>
      <DetailFields details={details} errors={errors} onChange={(change) => setDetails((before) => ({ ...before, ...change }))} />
      {problem && (
        <p role="alert" className="field-error text-xs">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" isPending={isSaving}>
          {t('save')}
        </Button>
        <Button intent="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
