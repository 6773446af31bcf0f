'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isWaiting } from '@/lib/inquiries/drafting';
import { type InquiryInterest, NEW_INTEREST } from '@/lib/inquiries/types';
import { useDesk } from '../softphone/desk-context';
import { ErrorState } from '../ui/error-state';
import { ModalDialog } from '../ui/modal-dialog';
import { SkeletonRows } from '../ui/skeleton-rows';
import { chosenInterest, interestsOf, namesOf, whoseOf } from './choice';
import { InquiryFoot } from './inquiry-foot';
import { InquiryForm } from './inquiry-form';
import { InterestChoice } from './interest-choice';
import { OtherCallNotice } from './other-call-notice';
import { RegisteredNotice } from './registered-notice';
import { ReplacedNotice } from './replaced-notice';
import { useDraft } from './use-draft';
import { useFirstField } from './use-first-field';
import { useInquiry } from './use-inquiry';
import { useRegister } from './use-register';
import { WhoColumn } from './who-column';

export type InquiryWizardProps = { callId: string | null; customerId: string | null; isByItself: boolean; onClose: () => void };

/** Who calls, which of their interests it is about, and what they want (S3.6–S3.13). Closing it loses nothing: the draft waits on the call. */
export function InquiryWizard({ callId, customerId, isByItself, onClose }: InquiryWizardProps) {
  const t = useTranslations('inquiry');
  const refusals = useTranslations('refusals');
  const { me } = useDesk();
  const { keeper, content, replaced, interests: ofCall, status, refusal } = useDraft(callId, customerId);
  const search = useInquiry({ callId, customerId }, keeper);
  const [opensInterest, setOpensInterest] = useState<boolean | null>(null);
  const [tried, setTried] = useState<InquiryInterest | null>(null);
  const { register, isPending, errors, problem, forget } = useRegister(keeper, { onDone: onClose, onOutdated: search.read });
  const root = useRef<HTMLDivElement>(null);

  const { inquiry } = search;
  // On a customer's card it is them, unless somebody else is chosen.
  const chosen = content.customerId === undefined && customerId ? { ...content, customerId } : content;
  const whose = whoseOf(chosen, search.found, search.known);
  const about = inquiry ? namesOf(whose, content, inquiry.number?.display) : '';
  const interests = interestsOf(whose, search.interests);
  const interest = chosenInterest(content, interests, me.id);
  const isNew = interest === NEW_INTEREST;
  const ownTypeId = isNew ? '' : (interest.serviceTypeId ?? '');
  // One that was archived since is no choice any more, but the interest that has it keeps it.
  const isOffered = inquiry?.serviceTypes.some(({ id }) => id === content.serviceTypeId) || content.serviceTypeId === '';
  const serviceTypeId = isOffered ? (content.serviceTypeId ?? ownTypeId) : ownTypeId;
  const isOpened = opensInterest ?? inquiry?.opensInterest ?? true;
  const hasChoice = interests.length > 0 || whose.kind === 'unsaid';

  useEffect(() => {
    keeper.setOpen(true);
    return () => {
      keeper.setOpen(false);
      void keeper.flush();
    };
  }, [keeper]);
  useFirstField(root, inquiry !== null, isByItself);

  function type(change: Parameters<typeof keeper.type>[0]) {
    keeper.type(change);
    forget(Object.keys(change));
  }

  function submit() {
    // Said before it is asked for: should it be closed by now, no other one takes its place.
    if (!isNew) keeper.type({ interestId: interest.id });
    setTried(isNew ? null : interest);
    const phone = search.isOfCall ? '' : search.text;
    void register({ callId, content, whose, interest, serviceTypeId, phone, opensInterest: isOpened });
  }

  function pressed(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  }

  function makeNew() {
    type({ interestId: NEW_INTEREST, ...(!content.subject && tried && { subject: tried.subject }) });
  }

  function draftNote(): string {
    if (refusal === 'notFound') return t('draft.notMine');
    if (refusal === 'invalid') return t('draft.tooLong');
    if (refusal) return `${refusals(refusal)} ${t('draft.here')}`;
    if (!isWaiting(content)) return '';
    return t(callId ? `draft.${status}` : 'draft.here');
  }

  return (
    <ModalDialog
      title={t('title')}
      about={about && <bdi className="font-medium">{about}</bdi>}
      size="wide"
      note={draftNote()}
      isFlush
      onClose={onClose}
      footer={
        inquiry && (
          <InquiryFoot
            isOpened={isOpened}
            onOpened={setOpensInterest}
            isPending={isPending}
            problem={problem}
            onMakeNew={makeNew}
            onClose={onClose}
            onRegister={submit}
          />
        )
      }
    >
      {inquiry && <OtherCallNotice callId={callId} about={about} />}
      {inquiry ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the key that registers, from whatever field has the focus
        <div ref={root} onKeyDown={pressed} className={`grid min-h-0 ${hasChoice ? WITH_CHOICE : WITHOUT_CHOICE}`}>
          <WhoColumn
            search={search}
            whose={whose}
            isNew={isNew}
            content={content}
            onChoose={(id) => type({ customerId: id, interestId: '' })}
          />
          {hasChoice && (
            <InterestChoice
              interests={interests}
              chosen={interest}
              isUnsaid={whose.kind === 'unsaid'}
              onChoose={(id) => type({ interestId: id })}
            />
          )}
          <div className="flex min-w-0 flex-col gap-4 p-4">
            <RegisteredNotice interests={ofCall} />
            {replaced && <ReplacedNotice replaced={replaced} onPutBack={() => keeper.putBack()} onLeave={keeper.leaveTheirs} />}
            <InquiryForm
              content={content}
              interest={isNew ? null : interest}
              isPotential={whose.kind === 'potential' && isNew}
              serviceTypes={inquiry.serviceTypes}
              serviceTypeId={serviceTypeId}
              errors={errors}
              onType={type}
            />
          </div>
        </div>
      ) : (
        <div className="p-4">
          {search.problem ? (
            <ErrorState title={t(search.problem === 'notFound' ? 'gone' : 'notRead')} onRetry={search.read} />
          ) : (
            <SkeletonRows rows={5} label={t('reading')} />
          )}
        </div>
      )}
    </ModalDialog>
  );
}

const COLUMNS = 'divide-separator max-lg:divide-y lg:divide-x';
const WITH_CHOICE = `${COLUMNS} lg:grid-cols-[16.5rem_20rem_minmax(0,1fr)]`;
const WITHOUT_CHOICE = `${COLUMNS} lg:grid-cols-[16.5rem_minmax(0,1fr)]`;
