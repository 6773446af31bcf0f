'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { readSources } from '@/lib/customers/actions';
import { MAX_CUSTOMER_CHARACTERS } from '@/lib/customers/limits';
import type { CustomerDetails } from '@/lib/customers/schema';
import { CUSTOMER_CLASSES } from '@/lib/customers/types';
import { Field, TextAreaField, TextField } from '../ui/field';
import { Select } from '../ui/select';

export const blankDetails: CustomerDetails = { name: '', company: '', class: 'regular', note: '', birthday: null, source: '' };

type DetailFieldsProps = {
  details: CustomerDetails;
  /** Field to the key of what is wrong with it. */
  errors: Record<string, string>;
  onChange: (change: Partial<CustomerDetails>) => void;
  /** What one asks while the customer is on the line (S0.16b); the card has the rest. */
  isShort?: boolean;
};

/** What a person says about a customer. The name comes first and takes the focus: somebody asked for this form. */
export function DetailFields({ details, errors, onChange, isShort = false }: DetailFieldsProps) {
  const t = useTranslations('customers.details');
  const words = useTranslations('personClass');
  const errorOf = (field: keyof CustomerDetails) => {
    const key = errors[field];
    return key === undefined ? null : t(t.has(`errors.${key}`) ? `errors.${key}` : 'errors.invalid');
  };

  return (
    <>
      <TextField
        label={t('name')}
        autoFocus
        required
        autoComplete="off"
        value={details.name}
        maxLength={MAX_CUSTOMER_CHARACTERS.name}
        error={errorOf('name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      {!isShort && (
        <>
          <TextField
            label={t('company')}
            autoComplete="off"
            value={details.company}
            maxLength={MAX_CUSTOMER_CHARACTERS.company}
            error={errorOf('company')}
            onChange={(event) => onChange({ company: event.target.value })}
          />
          <Field label={t('class')}>
            {(control) => (
              <Select
                {...control}
                value={details.class}
                onChange={({ target }) => {
                  const chosen = CUSTOMER_CLASSES.find((each) => each === target.value);
                  if (chosen) onChange({ class: chosen });
                }}
              >
                {CUSTOMER_CLASSES.map((each) => (
                  <option key={each} value={each}>
                    {words(each)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      )}
      <TextField
        label={t('birthday')}
        type="date"
        value={details.birthday ?? ''}
        error={errorOf('birthday')}
        onChange={(event) => onChange({ birthday: event.target.value || null })}
      />
      <TextAreaField
        label={t('note')}
        rows={2}
        value={details.note}
        maxLength={MAX_CUSTOMER_CHARACTERS.note}
        error={errorOf('note')}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <SourceField value={details.source} error={errorOf('source')} onChange={(source) => onChange({ source })} />
    </>
  );
}

type SourceFieldProps = { value: string; error: string | null; onChange: (source: string) => void };

/** Free text, with what was written before to choose from. */
function SourceField({ value, error, onChange }: SourceFieldProps) {
  const t = useTranslations('customers.details');
  const listId = useId();
  const [sources, setSources] = useState<string[]>([]);

  useEffect(() => {
    let isGone = false;
    // Without suggestions it is typed in full.
    void readSources()
      .catch(() => null)
      .then((answer) => {
        if (answer?.ok && !isGone) setSources(answer.data);
      });
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <>
      <TextField
        label={t('source')}
        list={listId}
        autoComplete="off"
        value={value}
        maxLength={MAX_CUSTOMER_CHARACTERS.source}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={listId}>
        {sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </>
  );
}
