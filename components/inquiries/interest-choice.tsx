'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { type InquiryInterest, NEW_INTEREST } from '@/lib/inquiries/types';
import { useStageName } from '../interests/use-stage-name';
import { useSubjectOf } from '../interests/use-subject-of';
import { Chip } from '../ui/chip';
import { useFormats } from '../ui/organisation';

type InterestChoiceProps = {
  interests: InquiryInterest[];
  chosen: InquiryInterest | typeof NEW_INTEREST;
  /** Several have the number, and nobody was chosen: then there is nothing to choose from yet. */
  isUnsaid: boolean;
  onChoose: (id: string) => void;
};

/** Which of their active interests the inquiry is about, or a new one (S3.7, S3.8). */
export function InterestChoice({ interests, chosen, isUnsaid, onChoose }: InterestChoiceProps) {
  const t = useTranslations('inquiry');
  const subjectOf = useSubjectOf();
  const name = useId();

  return (
    <section aria-labelledby={`${name}-title`} className="flex min-w-0 flex-col gap-2 p-4">
      <h3 id={`${name}-title`} className="text-muted text-xs">
        {t('interestsHead')}
      </h3>
      {isUnsaid ? (
        <p className="text-muted">{t('chooseFirst')}</p>
      ) : (
        <div role="radiogroup" aria-label={t('interests')} className="flex flex-col gap-2">
          {interests.map((interest) => (
            <Choice
              key={interest.id}
              name={name}
              isChosen={chosen !== NEW_INTEREST && chosen.id === interest.id}
              title={subjectOf(interest)}
              onChoose={() => onChoose(interest.id)}
            >
              <InterestFacts interest={interest} />
            </Choice>
          ))}
          <Choice name={name} isChosen={chosen === NEW_INTEREST} title={t('newInterest')} onChoose={() => onChoose(NEW_INTEREST)}>
            <span className="text-muted text-xs">{t('newInterestHint')}</span>
          </Choice>
        </div>
      )}
    </section>
  );
}

type ChoiceProps = { name: string; isChosen: boolean; title: string; onChoose: () => void; children: ReactNode };

function Choice({ name, isChosen, title, onChoose, children }: ChoiceProps) {
  const factsId = useId();

  return (
    <label
      className={`flex min-w-0 cursor-(--cursor-interactive) gap-2.5 rounded-md border p-3 has-focus-visible:outline-2 has-focus-visible:outline-focus ${
        isChosen ? 'border-accent bg-accent-soft' : 'border-border hover:bg-surface-secondary'
      }`}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-label={title}
        aria-describedby={factsId}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="flex min-w-0 flex-col gap-1">
        <bdi className="wrap-anywhere line-clamp-3 font-semibold">{title}</bdi>
        <span id={factsId} className="flex min-w-0 flex-col items-start gap-1">
          {children}
        </span>
      </span>
    </label>
  );
}

function InterestFacts({ interest }: { interest: InquiryInterest }) {
  const t = useTranslations('inquiry');
  const formats = useFormats();
  const nameOf = useStageName();
  const { number, responsible, since, lastCallAt, stage, potentialName, potentialCompany } = interest;
  const facts = [
    `#${number}`,
    [potentialName, potentialCompany].filter(Boolean).join(', '),
    responsible?.name ?? t('nobodyLeads'),
    t('sinceDay', { day: formats.day(since) }),
    lastCallAt && t('lastCall', { day: formats.day(lastCallAt) }),
  ];

  return (
    <>
      <bdi className="wrap-anywhere text-muted text-xs">{facts.filter(Boolean).join(', ')}</bdi>
      <Chip>{nameOf(stage)}</Chip>
    </>
  );
}
