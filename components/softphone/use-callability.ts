'use client';

import { useTranslations } from 'next-intl';
import { type WhyNot, whyNoCalls, whyNot } from '@/lib/softphone/callability';
import { type PhoneAbilities, type PhoneDeed, whatPhoneCan } from '@/lib/softphone/what-phone-can';
import { useDesk } from './desk-context';

/** Answers why something cannot be done at this user's phone now, as a sentence; null when its button works. Changes live (S0.3, S0.3a). */
export function useWhyNot(): (deed: PhoneDeed) => string | null {
  const inWords = useInWords();
  const { state, sip } = useDesk();

  return (deed) => inWords(whyNot({ ...state, sip }, deed));
}

/** What the desk can ever do at this user's phone, connected or not. */
export function usePhoneCan(): PhoneAbilities {
  const { state, sip } = useDesk();
  return whatPhoneCan({ ...state, sip });
}

/** Why this user can dial nobody now. */
export function useNoCallReason(): string | null {
  return useWhyNot()('dial');
}

/** Why no call can reach this user's phone now, whoever answers it where. */
export function useNoPhoneReason(): string | null {
  const inWords = useInWords();
  const { state, sip } = useDesk();

  return inWords(whyNoCalls({ ...state, sip }));
}

function useInWords() {
  const t = useTranslations('phone');
  return (reason: WhyNot | null) => reason && t(`disabled.${reason}`);
}
