'use client';

import { useTranslations } from 'next-intl';
import type { CustomerField } from '@/lib/customer-fields/types';
import type { CardDetails } from '@/lib/customers/schema';
import type { Manager } from '@/lib/users/managers';
import { Button } from '../../ui/button';
import { useFieldWords } from './use-field-words';

type DetailsConflictProps = {
  paths: string[];
  theirs: CardDetails;
  fields: CustomerField[];
  managers: Manager[];
  isSaving: boolean;
  onDecide: (isMine: boolean) => void;
};

/** What a colleague changed while the form was open, and whose stays. */
export function DetailsConflict({ paths, theirs, fields, managers, isSaving, onDecide }: DetailsConflictProps) {
  const t = useTranslations('customerCard.conflict');
  const { sayName, sayValue } = useFieldWords(fields, managers);

  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md bg-ringing-soft p-2.5">
      <p className="font-medium">{t('title')}</p>
      <dl className="flex flex-col gap-1">
        {paths.map((path) => (
          <div key={path} className="wrap-anywhere">
            <dt className="text-muted text-xs">{sayName(path)}</dt>
            <dd className="whitespace-pre-line">
              <bdi>{sayValue(path, theirs) ?? t('nothing')}</bdi>
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
