'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CustomerField } from '@/lib/customer-fields/types';
import type { Choice, MergeValues } from '@/lib/customers/merge-types';
import { photoPath } from '@/lib/files/file-path';
import type { Manager } from '@/lib/users/managers';
import { useFieldWords } from '../card/use-field-words';

type MergeRowProps = {
  field: string;
  name: string;
  kept: MergeValues;
  other: MergeValues;
  fields: CustomerField[];
  managers: Manager[];
  chosen: Choice;
  canBeBoth: boolean;
  onChoose: (choice: Choice) => void;
};

/** One thing that two records say differently: one of the two is chosen, of two notes both can be. */
export function MergeRow({ field, name, kept, other, fields, managers, chosen, canBeBoth, onChoose }: MergeRowProps) {
  const t = useTranslations('merge');
  const group = useId();
  const option = (choice: Choice, values: MergeValues) => (
    <label className="flex min-h-7 cursor-(--cursor-interactive) items-start gap-2">
      <input
        type="radio"
        name={group}
        aria-label={t(choice === 'kept' ? 'keepThis' : 'keepOther', { field: name })}
        className="mt-0.5 shrink-0 accent-accent"
        checked={chosen === choice}
        onChange={() => onChoose(choice)}
      />
      <Value field={field} values={values} fields={fields} managers={managers} />
    </label>
  );

  return (
    <fieldset aria-label={name} className="grid grid-cols-2 gap-x-3 border-separator border-b py-1.5 sm:grid-cols-[8rem_1fr_1fr]">
      <span aria-hidden="true" className="wrap-anywhere text-muted max-sm:col-span-2">
        {name}
      </span>
      {option('kept', kept)}
      {option('other', other)}
      {canBeBoth && (
        <label className="col-span-2 flex sm:col-start-2 min-h-7 cursor-(--cursor-interactive) items-start gap-2">
          <input
            type="radio"
            name={group}
            className="mt-0.5 shrink-0 accent-accent"
            checked={chosen === 'both'}
            onChange={() => onChoose('both')}
          />
          {t('keepBoth')}
        </label>
      )}
    </fieldset>
  );
}

type ValueProps = { field: string; values: MergeValues; fields: CustomerField[]; managers: Manager[] };

function Value({ field, values, fields, managers }: ValueProps) {
  const t = useTranslations('merge');
  const { sayValue } = useFieldWords(fields, managers);
  if (field === 'photo') {
    return values.photo ? (
      // The file itself, as everywhere (S1.13).
      <img src={photoPath(values.photo)} alt={t('photoOf', { name: values.name })} className="size-16 rounded-md object-cover" />
    ) : (
      <span className="text-muted">{t('nothing')}</span>
    );
  }

  const said = sayValue(field, values);
  return said ? (
    <bdi className="wrap-anywhere min-w-0 whitespace-pre-line">{said}</bdi>
  ) : (
    <span className="text-muted">{t('nothing')}</span>
  );
}
