'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type CustomerField, type FieldValue, MAX_FIELD_CHARACTERS } from '@/lib/customer-fields/types';
import { readTypedNumber } from '@/lib/customer-fields/value';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';

type OwnFieldProps = { field: CustomerField; value: FieldValue; error: string | null; onChange: (value: FieldValue) => void };

/** One of the organisation's own fields, to fill in as its kind wants it. */
export function OwnField({ field, value, error, onChange }: OwnFieldProps) {
  const t = useTranslations('customerCard');
  const { label, kind, choices } = field;

  switch (kind) {
    case 'text':
      return (
        <TextField
          label={label}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          maxLength={MAX_FIELD_CHARACTERS.text}
          error={error}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case 'number':
      return <NumberField field={field} value={value} error={error} onChange={onChange} />;
    case 'date':
      return (
        <TextField
          label={label}
          type="date"
          value={typeof value === 'string' ? value : ''}
          error={error}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case 'choice': {
      // One that cannot be chosen any more stays with whom it was chosen for.
      const isGone = typeof value === 'string' && !choices.includes(value);
      return (
        <SelectField
          label={label}
          value={typeof value === 'string' ? value : ''}
          error={error}
          onChange={({ target }) => onChange(target.value || null)}
        >
          <option value="">{t('notChosen')}</option>
          {isGone && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </SelectField>
      );
    }
    case 'yes_no':
      return (
        <SelectField
          label={label}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          error={error}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'yes')}
        >
          <option value="">{t('notChosen')}</option>
          <option value="yes">{t('yes')}</option>
          <option value="no">{t('no')}</option>
        </SelectField>
      );
  }
}

/** What is typed stays as it is typed; what is no number is told by the server, and not lost. */
function NumberField({ field, value, error, onChange }: OwnFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : String(value));

  return (
    <TextField
      label={field.label}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      maxLength={MAX_FIELD_CHARACTERS.choice}
      error={error}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value.trim() === '' ? null : (readTypedNumber(event.target.value) ?? event.target.value));
      }}
    />
  );
}
