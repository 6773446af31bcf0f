'use client';

import { useDesk } from '../../softphone/desk-context';

export type CallingNumber = { e164: string; display: string; isUnknown: boolean };

/** The number of the call that is up here, or else rings, where it is none of theirs (S1.15). */
export function useCallingNumber(theirs: { e164: string }[]): CallingNumber | null {
  const { current, ringing } = useDesk();
  const calls = [...current.map(({ call }) => call), ...ringing];

  for (const { number, card } of calls) {
    const { e164, display, isWithheld } = number;
    if (!e164 || isWithheld || card.colleague || card.driver || theirs.some((each) => each.e164 === e164)) continue;
    return { e164, display, isUnknown: card.customerCount === 0 };
  }
  return null;
}
