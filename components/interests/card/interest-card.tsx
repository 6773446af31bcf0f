import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import { buttonClass } from '../../ui/button-class';
import { useSubjectOf } from '../use-subject-of';
import { AboutInterest } from './about-interest';
import type { InterestChoices } from './interest-choices';
import { RefreshInterest } from './refresh-interest';
import { StageSelect } from './stage-select';
import { WhomPanel } from './whom-panel';

type InterestCardProps = {
  interest: Facts;
  choices: InterestChoices;
  isEditable: boolean;
  mayConvert: boolean;
  tasks: ReactNode;
  timeline: ReactNode;
};

/** A need of a customer: whose it is, what is expected of us, what is to be done, and what happened so far. */
export function InterestCard({ interest, choices, isEditable, mayConvert, tasks, timeline }: InterestCardProps) {
  const t = useTranslations('interestCard');
  const { id, number, details, customer } = interest;
  const subject = useSubjectOf()(details);

  return (
    <div className="@container flex flex-col pb-16">
      <RefreshInterest interestId={id} customerId={customer?.id ?? null} />
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
        <Link href="/interests" aria-label={t('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1 className="wrap-anywhere min-w-0 flex-1 basis-60 font-semibold text-lg">
          <span className="text-muted tabular-nums">#{number}</span> <bdi>{subject}</bdi>
        </h1>
        <StageSelect interest={interest} stages={choices.stages} isEditable={isEditable} />
      </div>
      {interest.lostReason && (
        <p className="wrap-anywhere px-4 pb-2 text-muted">{t('lostBecause', { reason: interest.lostReason })}</p>
      )}
      <div className="grid grid-cols-1 items-start gap-3 p-4 pt-1 @3xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <WhomPanel interest={interest} mayConvert={mayConvert} />
          <AboutInterest interest={interest} choices={choices} isEditable={isEditable} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {tasks}
          {timeline}
        </div>
      </div>
    </div>
  );
}
