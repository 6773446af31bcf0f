'use client';

import { useEffect, useMemo, useState } from 'react';
import { readAnswer } from '@/lib/doors/read-answer';
import { rankTargets } from '@/lib/transfers/rank';
import type { TransferTarget, TransferTargets } from '@/lib/transfers/types';

const ADDRESS = '/api/phone/targets';
const ASK_AFTER_MS = 120;
// Who is free changes while one reads the list.
const ASK_AGAIN_MS = 10_000;
const ANSWER_TIMEOUT_MS = 8_000;

/** Colleagues for what is being typed. Where all of them fit into one answer, typing costs no question. */
export function useTargets(callId: string, text: string): { targets: TransferTarget[]; isAsking: boolean; hasFailed: boolean } {
  const [answer, setAnswer] = useState<TransferTargets | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const asked = answer?.isComplete ? '' : text;

  useEffect(() => {
    const leaving = new AbortController();

    async function ask() {
      const found = await askTargets(callId, asked, leaving.signal);
      if (leaving.signal.aborted) return;
      setHasFailed(!found);
      if (found) setAnswer(found);
    }
    const soon = setTimeout(ask, asked ? ASK_AFTER_MS : 0);
    const again = setInterval(ask, ASK_AGAIN_MS);

    return () => {
      leaving.abort();
      clearTimeout(soon);
      clearInterval(again);
    };
  }, [callId, asked]);

  const targets = useMemo(() => rankTargets(answer?.targets ?? [], text), [answer, text]);
  return { targets, isAsking: !answer && !hasFailed, hasFailed };
}

/** Null where there was no answer. */
function askTargets(callId: string, text: string, leaving: AbortSignal): Promise<TransferTargets | null> {
  const signal = AbortSignal.any([leaving, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  return readAnswer(`${ADDRESS}?${new URLSearchParams({ call: callId, text })}`, signal);
}
