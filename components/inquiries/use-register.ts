'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { registerInquiry } from '@/lib/inquiries/actions';
import type { RegisterInquiry } from '@/lib/inquiries/schema';
import { type DraftContent, type InquiryInterest, NEW_INTEREST } from '@/lib/inquiries/types';
import { showMessage } from '../ui/show-message';
import { descriptionOf, type Whose } from './choice';
import type { DraftKeeper } from './draft-keeper';

type Written = {
  callId: string | null;
  content: DraftContent;
  whose: Whose;
  interest: InquiryInterest | typeof NEW_INTEREST;
  serviceTypeId: string;
  /** Typed into the search, of somebody who calls with no number or with another one. */
  phone: string;
  opensInterest: boolean;
};

export type RegisterProblem = 'unsaid' | 'notRegistered' | 'interestClosed' | 'refused';

/** Registers what is written; until the server has it everything stays where it is. */
export function useRegister(keeper: DraftKeeper, { onDone, onOutdated }: { onDone: () => void; onOutdated: () => void }) {
  const t = useTranslations('inquiry');
  const refusals = useTranslations('refusals');
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<{ kind: RegisterProblem; sentence: string } | null>(null);

  function fail(kind: RegisterProblem, sentence: string) {
    setProblem({ kind, sentence });
  }

  async function register(written: Written) {
    if (isPending) return;
    setErrors({});
    setProblem(null);
    const input = toInput(written, keeper);
    if (!input) return fail('unsaid', t('errors.unsaid'));

    setPending(true);
    // What is still being saved as a draft would come after its registration.
    await keeper.flush();
    const answer = await registerInquiry(input).catch(() => null);
    setPending(false);
    if (!answer) return fail('notRegistered', t('errors.notRegistered'));
    if (answer.ok) {
      keeper.registered(answer.data, written.content);
      onDone();
      return leadOn(answer.data, written.opensInterest);
    }
    if (answer.fields) return setErrors(answer.fields);
    if (answer.reason === 'serviceTypeGone') setErrors({ serviceTypeId: 'serviceTypeGone' });
    else fail(answer.reason === 'interestClosed' ? 'interestClosed' : 'refused', refusals(answer.reason));
    onOutdated();
  }

  function leadOn({ interestId, number }: { interestId: string; number: number }, isOpened: boolean) {
    const path = `/interests/${interestId}`;
    if (isOpened) return router.push(path);
    showMessage(t('registered', { number }), { label: t('open'), onClick: () => router.push(path) });
  }

  return {
    register,
    isPending,
    errors,
    problem,
    forget(fields: string[]) {
      setProblem(null);
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !fields.includes(field))));
    },
  };
}

/** Null while nobody said whose it is. */
function toInput(
  { callId, content, whose, interest, serviceTypeId, phone, opensInterest }: Written,
  keeper: DraftKeeper,
): RegisterInquiry | null {
  if (whose.kind === 'unsaid') return null;
  const registrationId = keeper.registrationId();
  const what = {
    whatToDo: content.whatToDo ?? '',
    serviceTypeId: serviceTypeId === '' ? null : serviceTypeId,
    description: descriptionOf(content),
  };
  if (interest !== NEW_INTEREST) {
    const from = { whatToDo: interest.whatToDo, serviceTypeId: interest.serviceTypeId };
    const who = { name: content.name ?? '', company: content.company ?? '' };
    const inquiry = { kind: 'existing', interestId: interest.id, from, who, ...what } as const;
    return { registrationId, callId, opensInterest, inquiry };
  }
  const of =
    whose.kind === 'customer'
      ? ({ kind: 'customer', customerId: whose.customer.id } as const)
      : ({
          kind: 'potential',
          name: content.name ?? '',
          company: content.company ?? '',
          phone,
          isChosen: content.customerId === null,
        } as const);
  const inquiry = { kind: 'new', interestId: registrationId, of, subject: content.subject ?? '', ...what } as const;
  return { registrationId, callId, opensInterest, inquiry };
}
