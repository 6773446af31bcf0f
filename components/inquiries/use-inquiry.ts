'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '@/lib/action-result';
import { readInquiry, searchInquiry } from '@/lib/inquiries/actions';
import type { FoundForInquiry, Inquiry, InquiryCustomer } from '@/lib/inquiries/types';
import type { DraftKeeper } from './draft-keeper';

const ASK_AFTER_MS = 200;
const NOBODY: FoundForInquiry = { customers: [], interests: [] };

type Asked = { callId: string | null; customerId: string | null };

/** What the wizard shows: whom the number means, or whom somebody searched for. */
export function useInquiry({ callId, customerId }: Asked, keeper: DraftKeeper) {
  const [inquiry, setInquiry] = useState<Inquiry | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [search, setSearch] = useState<{ text: string; found: FoundForInquiry | null } | null>(null);

  const read = useCallback(async () => {
    const answer = await readInquiry({ callId, customerId }).catch(() => null);
    if (answer?.ok && answer.data.draft) keeper.hear(answer.data.draft);
    if (answer?.ok) setInquiry(answer.data);
    setProblem(answer?.ok ? null : (answer?.reason ?? 'unavailable'));
  }, [callId, customerId, keeper]);
  useEffect(() => void read(), [read]);

  const display = inquiry?.number?.display ?? '';
  const text = typed ?? display;
  const isOfCall = text.trim() === display;

  useEffect(() => {
    if (isOfCall || text.trim() === '') return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const answer = await searchInquiry({ text }).catch(() => null);
      if (!isStale) setSearch({ text, found: answer?.ok ? answer.data : null });
    }, ASK_AFTER_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, isOfCall]);

  const searched = search?.text === text ? search : null;
  const found = isOfCall ? (inquiry ?? NOBODY) : (searched?.found ?? NOBODY);
  return {
    inquiry,
    problem,
    read,
    text,
    type: setTyped,
    isOfCall,
    isAsking: !isOfCall && text.trim() !== '' && !searched,
    hasFailed: searched?.found === null,
    found,
    /** Also those of the call, who may be chosen while somebody else is searched for. */
    known: union(inquiry?.customers ?? [], found.customers),
    interests: union(inquiry?.interests ?? [], found.interests),
  };
}

export type InquirySearch = ReturnType<typeof useInquiry>;

function union<Each extends Pick<InquiryCustomer, 'id'>>(some: Each[], others: Each[]): Each[] {
  return [...some, ...others.filter(({ id }) => !some.some((each) => each.id === id))];
}
