'use client';

import { useTranslations } from 'next-intl';
import type { CustomerField } from '@/lib/customer-fields/types';
import { canBeBoth, differingFields } from '@/lib/customers/merge-choices';
import type { Choice, Choices, MergeSide } from '@/lib/customers/merge-types';
import type { Manager } from '@/lib/users/managers';
import { useFieldWords } from '../card/use-field-words';
import { MergeRow } from './merge-row';

type MergeComparisonProps = {
  kept: MergeSide;
  other: MergeSide;
  fields: CustomerField[];
  managers: Manager[];
  choices: Choices;
  onChoose: (field: string, choice: Choice) => void;
};

/** The two side by side: of what they say differently one is chosen, of what they have all comes together. */
export function MergeComparison({ kept, other, fields, managers, choices, onChoose }: MergeComparisonProps) {
  const t = useTranslations('merge');
  const { sayName } = useFieldWords(fields);
  const differing = differingFields(kept.values, other.values);

  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t('hint', { kept: kept.values.name, other: other.values.name })}</p>
      {differing.length === 0 ? (
        <p>{t('sameInAll')}</p>
      ) : (
        <section aria-label={t('differences')}>
          <div
            aria-hidden="true"
            className="grid grid-cols-2 gap-3 border-separator border-b pb-1 text-muted text-xs sm:grid-cols-[8rem_1fr_1fr]"
          >
            <span className="max-sm:hidden">{t('field')}</span>
            <span>{t('thisRecord')}</span>
            <span>{t('otherRecord')}</span>
          </div>
          {differing.map((field) => (
            <MergeRow
              key={field}
              field={field}
              name={sayName(field)}
              kept={kept.values}
              other={other.values}
              fields={fields}
              managers={managers}
              chosen={choices[field] ?? 'kept'}
              canBeBoth={field === 'note' && canBeBoth(kept.values, other.values)}
              onChoose={(choice) => onChoose(field, choice)}
            />
          ))}
        </section>
      )}
      <WhatMoves other={other} kept={kept} />
    </div>
  );
}

/** What comes here from the other record; a number that both have stays one. */
function WhatMoves({ kept, other }: { kept: MergeSide; other: MergeSide }) {
  const t = useTranslations('merge');
  const { counts } = other;
  const shared = other.numbers.filter(({ e164 }) => kept.numbers.some((each) => each.e164 === e164)).length;
  const moving = [
    counts.numbers > shared && t('moves.numbers', { count: counts.numbers - shared }),
    counts.addresses > 0 && t('moves.addresses', { count: counts.addresses }),
    counts.contacts > 0 && t('moves.contacts', { count: counts.contacts }),
    counts.deliveries > 0 && t('moves.deliveries', { count: counts.deliveries }),
    counts.notes > 0 && t('moves.notes', { count: counts.notes }),
    counts.files > 0 && t('moves.files', { count: counts.files }),
    counts.interests > 0 && t('moves.interests', { count: counts.interests }),
  ].filter((text) => text !== false);

  return (
    <section aria-label={t('movesTitle')} className="rounded-md bg-surface-secondary p-3">
      <p className="font-medium">{t('movesTitle')}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {moving.map((text) => (
          <li key={text} className="num">
            {text}
          </li>
        ))}
        {moving.length === 0 && <li className="text-muted">{t('movesNothing')}</li>}
      </ul>
      {shared > 0 && <p className="mt-1 text-muted text-xs">{t('sharedNumbers', { count: shared })}</p>}
    </section>
  );
}
