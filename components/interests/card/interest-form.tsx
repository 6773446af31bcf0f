'use client';

import { useTranslations } from 'next-intl';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import { MAX_INTEREST_CHARACTERS } from '@/lib/interests/limits';
import { CardFormFoot } from '../../customers/card/card-form-foot';
import { TextAreaField, TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import type { InterestChoices } from './interest-choices';
import { InterestConflict } from './interest-conflict';
import { useInterestForm } from './use-interest-form';

type InterestFormProps = { interest: Facts; choices: InterestChoices; onClose: () => void };

/** Changes what is said of an interest. What a colleague changed meanwhile is shown, and one says whose stays. */
export function InterestForm({ interest, choices, onClose }: InterestFormProps) {
  const t = useTranslations('interestCard');
  const { mine, edit, submit, errorOf, problem, conflict, decide, isSaving, close } = useInterestForm(interest, onClose);

  const text = (field: 'subject' | 'potentialName' | 'potentialCompany') => (
    <TextField
      label={t(`fields.${field}`)}
      autoComplete="off"
      value={mine[field]}
      maxLength={field === 'subject' ? MAX_INTEREST_CHARACTERS.subject : MAX_INTEREST_CHARACTERS.name}
      error={errorOf(field)}
      onChange={({ target }) => edit({ [field]: target.value })}
    />
  );
  const area = (field: 'whatToDo' | 'description', rows: number) => (
    <TextAreaField
      label={t(`fields.${field}`)}
      rows={rows}
      value={mine[field]}
      maxLength={MAX_INTEREST_CHARACTERS[field]}
      error={errorOf(field)}
      onChange={({ target }) => edit({ [field]: target.value })}
    />
  );
  const choice = (
    field: 'serviceTypeId' | 'responsibleId' | 'contactId',
    offered: { id: string; name: string }[],
    none: string,
  ) => (
    <SelectField
      label={t(`fields.${field}`)}
      value={mine[field] ?? ''}
      error={errorOf(field)}
      onChange={({ target }) => edit({ [field]: target.value || null })}
    >
      <option value="">{none}</option>
      {offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );

  return (
    <form aria-label={t('about')} noValidate className="flex flex-col gap-3 p-3" onSubmit={submit}>
      {text('subject')}
      {area('whatToDo', 3)}
      {choice('serviceTypeId', choices.serviceTypes, t('unwritten.nothing'))}
      {area('description', 4)}
      {choice('responsibleId', choices.managers, t('unwritten.nobody'))}
      {interest.customer ? (
        choices.contacts.length > 0 && choice('contactId', choices.contacts, t('unwritten.nobody'))
      ) : (
        <>
          {text('potentialName')}
          {text('potentialCompany')}
          <TextField
            label={t('fields.phone')}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            value={mine.phone}
            maxLength={MAX_CHARACTERS.phone}
            error={errorOf('phone')}
            onChange={({ target }) => edit({ phone: target.value })}
          />
        </>
      )}
      {conflict && <InterestConflict {...conflict} choices={choices} isSaving={isSaving} onDecide={decide} />}
      <CardFormFoot problem={problem} isSaving={isSaving} onClose={close} />
    </form>
  );
}
