'use client';

import { whatEndKeyDoes } from '@/lib/softphone/end-key';
import { isHere, useDesk } from './desk-context';
import { useWhyNot } from './use-callability';

/** What the key that ends calls means now; null while it means nothing. */
export function useEndKey(): ReturnType<typeof whatEndKeyDoes> {
  const { sip, ringing, current } = useDesk();
  const whyNot = useWhyNot();
  const calls = { rings: ringing.length > 0, isUp: current.some(isHere) };
  // A phone of this browser ends calls also while it is not connected.
  return whatEndKeyDoes(calls, (deed) => sip !== null || whyNot(deed) === null);
}
