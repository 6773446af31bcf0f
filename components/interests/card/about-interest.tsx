'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import type { DetailField } from '@/lib/interests/details';
import { Panel } from '../../deliveries/panel';
import { useDesk } from '../../softphone/desk-context';
import { Button } from '../../ui/button';
import { useFormats } from '../../ui/organisation';
import type { InterestChoices } from './interest-choices';
import { InterestForm } from './interest-form';
import { keptDetails } from './kept-details';
import { useInterestWords } from './use-interest-words';

type AboutInterestProps = { interest: Facts; choices: InterestChoices; isEditable: boolean };

/** What is wanted, and who leads it: to read and to change. What was typed and not saved is open again. */
export function AboutInterest({ interest, choices, isEditable }: AboutInterestProps) {
  const t = useTranslations('interestCard');
  const { me } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const { id } = interest;

  useEffect(() => {
    if (isEditable && keptDetails(me.id, id).find()) setEditing(true);
  }, [me.id, id, isEditable]);

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
        <InterestForm interest={interest} choices={choices} onClose={() => setEditing(false)} />
      ) : (
        <Details interest={interest} choices={choices} />
      )}
    </Panel>
  );
}

const TEXTS = ['whatToDo', 'description'] as const satisfies DetailField[];
const CHOSEN = ['serviceTypeId', 'responsibleId'] as const satisfies DetailField[];

function Details({ interest: { details, createdAt, createdBy }, choices }: Omit<AboutInterestProps, 'isEditable'>) {
  const t = useTranslations('interestCard');
  const formats = useFormats();
  const { sayName, sayValue } = useInterestWords(choices);
  const value = (field: DetailField) =>
    sayValue(field, details) ?? (
      <span className="font-normal text-muted">{t(`unwritten.${field === 'responsibleId' ? 'nobody' : 'nothing'}`)}</span>
    );

  return (
    <dl className="flex flex-col gap-2.5 p-3">
      {TEXTS.map((field) => (
        <div key={field}>
          <dt className="text-muted text-xs">{sayName(field)}</dt>
          <dd className={`wrap-anywhere whitespace-pre-line ${field === 'whatToDo' ? 'font-medium' : ''}`}>
            <bdi>{value(field)}</bdi>
          </dd>
        </div>
      ))}
      {CHOSEN.map((field) => (
        <div key={field} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-muted">{sayName(field)}</dt>
          <dd className="wrap-anywhere min-w-0">
            <bdi>{value(field)}</bdi>
          </dd>
        </div>
      ))}
      <div className="flex flex-wrap justify-between gap-x-4">
        <dt className="text-muted">{t('created')}</dt>
        <dd className="wrap-anywhere min-w-0">
          {createdBy ? t('createdBy', { at: formats.dateTime(createdAt), name: createdBy }) : formats.dateTime(createdAt)}
        </dd>
      </div>
    </dl>
  );
}
