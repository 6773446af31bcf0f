import { useTranslations } from 'next-intl';
import { MAX_CUSTOMER_CHARACTERS } from '@/lib/customers/limits';
import { CUSTOMER_CLASSES } from '@/lib/customers/types';
import { Field, TextAreaField, TextField } from '../ui/field';
import { Select } from '../ui/select';
import type { Entry } from './kept-entries';
import type { Entered } from './use-quick-entry';

type MoreProps = { entry: Entry; errors: Record<string, string>; onChange: (change: Partial<Entered>) => void };

/** What is asked of an unknown caller beside the name: all of it can wait. */
export function QuickEntryMore({ entry, errors, onChange }: MoreProps) {
  const t = useTranslations('quickEntry');
  const classes = useTranslations('personClass');
  const errorOf = (field: string) => (errors[field] ? t('errors.tooLong') : null);

  return (
    <>
      <TextField
        label={t('company')}
        autoComplete="off"
        value={entry.company}
        maxLength={MAX_CUSTOMER_CHARACTERS.company}
        error={errorOf('company')}
        onChange={(event) => onChange({ company: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={t('city')}
          autoComplete="off"
          value={entry.city}
          maxLength={MAX_CUSTOMER_CHARACTERS.city}
          error={errorOf('city')}
          onChange={(event) => onChange({ city: event.target.value })}
        />
        <Field label={t('class')}>
          {(control) => (
            <Select
              {...control}
              value={entry.class}
              onChange={({ target }) => {
                const chosen = CUSTOMER_CLASSES.find((each) => each === target.value);
                if (chosen) onChange({ class: chosen });
              }}
            >
              {CUSTOMER_CLASSES.map((each) => (
                <option key={each} value={each}>
                  {classes(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <TextAreaField
        label={t('note')}
        rows={2}
        value={entry.note}
        maxLength={MAX_CUSTOMER_CHARACTERS.note}
        error={errorOf('note')}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </>
  );
}
