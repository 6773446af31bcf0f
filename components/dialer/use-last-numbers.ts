'use client';

import { useEffect, useState } from 'react';
import type { LastNumber } from '@/lib/dialer/types';
import { readAnswer } from '@/lib/doors/read-answer';
import { useDesk } from '../softphone/desk-context';

/** Asked for anew when a call of this user begins or ends; null until they are known. */
export function useLastNumbers(): LastNumber[] | null {
  const { current } = useDesk();
  const [numbers, setNumbers] = useState<LastNumber[] | null>(null);
  const calls = current.map(({ call }) => call.callId).join(' ');

  useEffect(() => {
    const abort = new AbortController();
    void readAnswer<LastNumber[]>('/api/phone/recent', abort.signal).then((asked) => asked && setNumbers(asked));
    return () => abort.abort();
  }, [calls]);

  return numbers;
}
