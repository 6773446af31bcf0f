'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CustomerField } from '@/lib/customer-fields/types';
import type { CardDetails } from '@/lib/customers/schema';
import type { Manager } from '@/lib/users/managers';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { useFormats } from '../../ui/organisation';
import { DetailsForm } from './details-form';
import { useFieldWords } from './use-field-words';

type AboutPanelProps = {
  customerId: string;
  details: CardDetails;
  fields: CustomerField[];
  managers: Manager[];
  isEditable: boolean;
};

/** What people say about a customer, to read and to change. */
export function AboutPanel({ customerId, details, fields, managers, isEditable }: AboutPanelProps) {
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
        <DetailsForm
          customerId={customerId}
          details={details}
          fields={fields}
          managers={managers}
          onClose={() => setEditing(false)}
        />
      ) : (
        <Details details={details} fields={fields} managers={managers} />
      )}
    </Panel>
  );
}

function Details({ details, fields, managers }: Pick<AboutPanelProps, 'details' | 'fields' | 'managers'>) {
  const t = useTranslations('customers');
  const card = useTranslations('customerCard');
  const words = useTranslations('personClass');
  const formats = useFormats();
  const { sayValue } = useFieldWords(fields, managers);
  const facts: [key: string, name: string, value: string | null][] = [
    ['class', t('details.class'), words(details.class)],
    ['city', card('details.city'), [details.city, details.country].filter(Boolean).join(', ')],
    // Noon, so that no time zone makes another day of it.
    ['birthday', t('details.birthday'), details.birthday && formats.date(`${details.birthday}T12:00:00Z`)],
    ['source', t('details.source'), details.source],
    ['managerId', card('details.managerId'), sayValue('managerId', details)],
    ...fields.map(({ id, label }): [string, string, string | null] => [id, label, sayValue(`extra.${id}`, details)]),
  ];

  return (
    <dl className="flex flex-col gap-2 p-3">
      {facts.map(([key, name, value]) => (
        <div key={key} className="flex flex-wrap justify-between gap-x-4">
          <dt className="wrap-anywhere min-w-0 text-muted">{name}</dt>
          <dd className="wrap-anywhere min-w-0">
            {value ? <bdi>{value}</bdi> : <span className="text-muted">{t('unwritten')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
