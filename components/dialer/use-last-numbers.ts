'use client';

import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { LastNumber } from '@/lib/dialer/types';
import { useDesk } from '../softphone/desk-context';

/** Asked for anew when a call of this user begins or ends; null until they are known. */
export function useLastNumbers(): LastNumber[] | null {
  const { current } = useDesk();
  const [numbers, setNumbers] = useState<LastNumber[] | null>(null);
  const calls = current.map(({ call }) => call.callId).join(' ');

  useEffect(() => {
    const abort = new AbortController();
    void ask(abort.signal).then((asked) => asked && setNumbers(asked));
    return () => abort.abort();
  }, [calls]);

  return numbers;
}

async function ask(signal: AbortSignal): Promise<LastNumber[] | null> {
  try {
    const answer: ActionResult<LastNumber[]> = await (await fetch('/api/phone/recent', { signal })).json();
    return answer.ok ? answer.data : null;
  } catch {
    return null;
  }
}
