'use client';

import { useTranslations } from 'next-intl';
import { whyNoCalls } from '@/lib/softphone/callability';
import { useDesk } from './desk-context';

/** Why this user can make no call now, as a sentence; null when call buttons work. Changes live (S0.3, S0.3a). */
export function useNoCallReason(): string | null {
  const t = useTranslations('phone');
  const { state, sip } = useDesk();
  const reason = whyNoCalls({ ...state, sip });

  return reason && t(`disabled.${reason}`);
}
