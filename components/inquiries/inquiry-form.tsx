'use client';

import { useTranslations } from 'next-intl';
import { type DraftContent, type InquiryInterest, NEW_INTEREST, type ServiceTypeChoice } from '@/lib/inquiries/types';
import { MAX_INTEREST_CHARACTERS } from '@/lib/interests/limits';
import { TextAreaField, TextField } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { descriptionOf } from './choice';

type InquiryFormProps = {
  content: DraftContent;
  /** Null for a new one. */
  interest: InquiryInterest | null;
  isPotential: boolean;
  serviceTypes: ServiceTypeChoice[];
  serviceTypeId: string;
  errors: Record<string, string>;
  onType: (change: DraftContent) => void;
};

type Limited = keyof typeof MAX_INTEREST_CHARACTERS;

/** What they want (S3.9, S3.13). No field cuts off what is too long: it says so, and keeps it. */
export function InquiryForm({ content, interest, isPotential, serviceTypes, serviceTypeId, errors, onType }: InquiryFormProps) {
  const t = useTranslations('inquiry');
  const { name = '', company = '', subject = '', whatToDo = '' } = content;
  const description = descriptionOf(content);
  const values: Record<string, string> = { name, company, subject, whatToDo, description };

  function errorOf(field: Limited): string | null {
    const key = errors[field];
    if (!key) return null;
    const limits = { max: MAX_INTEREST_CHARACTERS[field], count: values[field]?.trim().length ?? 0 };
    return key === 'tooLong' ? t('errors.tooLong', limits) : t(`errors.${key === 'nameMissing' ? key : 'subjectMissing'}`);
  }

  return (
    <section aria-label={t('what')} className="flex min-w-0 flex-col gap-3">
      <h3 className="text-muted text-xs">{t(isPotential ? 'whatPotential' : 'what')}</h3>
      {isPotential && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('potential')}
            autoComplete="off"
            value={name}
            data-needed={name === '' && company === '' ? '' : undefined}
            error={errorOf('name')}
            onChange={(event) => onType({ name: event.target.value })}
          />
          <TextField
            label={t('company')}
            autoComplete="off"
            placeholder={t('optional')}
            value={company}
            error={errorOf('company')}
            onChange={(event) => onType({ company: event.target.value })}
          />
        </div>
      )}
      <TextField
        label={t('whatToDo')}
        autoComplete="off"
        hint={interest?.whatToDo && whatToDo.trim() === '' ? t('whatToDoStays', { whatToDo: interest.whatToDo }) : undefined}
        value={whatToDo}
        error={errorOf('whatToDo')}
        onChange={(event) => onType({ whatToDo: event.target.value })}
      />
      {!interest && (
        <TextField
          label={t('subject')}
          autoComplete="off"
          aria-required="true"
          value={subject}
          data-needed={subject === '' ? '' : undefined}
          error={errorOf('subject')}
          // Whoever writes a subject means a new one, also when it is known later whose it is.
          onChange={(event) => onType({ subject: event.target.value, interestId: NEW_INTEREST })}
        />
      )}
      <SelectField
        label={t('serviceType')}
        value={serviceTypes.some(({ id }) => id === serviceTypeId) ? serviceTypeId : ''}
        error={errors.serviceTypeId ? t('errors.serviceTypeGone') : null}
        onChange={(event) => onType({ serviceTypeId: event.target.value })}
      >
        <option value="">{t('noServiceType')}</option>
        {serviceTypes.map(({ id, name: type }) => (
          <option key={id} value={id}>
            {type}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t('description')}
        rows={5}
        value={description}
        error={errorOf('description')}
        hint={interest ? t('subjectStays', { subject: interest.subject }) : undefined}
        onChange={(event) => onType({ description: event.target.value })}
      />
    </section>
  );
}
