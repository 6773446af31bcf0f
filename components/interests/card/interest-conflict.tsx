'use client';

import { useTranslations } from 'next-intl';
import type { DetailField } from '@/lib/interests/details';
import type { InterestDetails } from '@/lib/interests/details-schema';
import { Button } from '../../ui/button';
import type { InterestChoices } from './interest-choices';
import { useInterestWords } from './use-interest-words';

type InterestConflictProps = {
  fields: DetailField[];
  theirs: InterestDetails;
  choices: InterestChoices;
  isSaving: boolean;
  onDecide: (isMine: boolean) => void;
};

/** What a colleague changed while the form was open, and whose stays. */
export function InterestConflict({ fields, theirs, choices, isSaving, onDecide }: InterestConflictProps) {
  const t = useTranslations('customerCard.conflict');
  const { sayName, sayValue } = useInterestWords(choices);

  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md bg-ringing-soft p-2.5">
      <p className="font-medium">{t('title')}</p>
      <dl className="flex flex-col gap-1">
        {fields.map((field) => (
          <div key={field} className="wrap-anywhere">
            <dt className="text-muted text-xs">{sayName(field)}</dt>
            <dd className="max-h-40 overflow-y-auto whitespace-pre-line">
              <bdi>{sayValue(field, theirs) ?? t('nothing')}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" isPending={isSaving} onClick={() => onDecide(true)}>
          {t('mine')}
        </Button>
        <Button size="sm" isPending={isSaving} onClick={() => onDecide(false)}>
          {t('theirs')}
        </Button>
      </div>
    </div>
  );
}
