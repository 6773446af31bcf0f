'use client';

import { useTranslations } from 'next-intl';
import { useLiveEvent } from '../live/use-live-event';
import { showError } from '../ui/show-message';

/** Says to whoever sent a message that it did not go or arrive; the row says it to everybody. */
export function SmsFailures() {
  const t = useTranslations('missedCallSms');
  const causes = useTranslations('smsCauses');

  useLiveEvent('sms:settled', ({ caller, state, cause }) => {
    if (cause) showError(t(state === 'failed' ? 'failedNow' : 'undeliveredNow', { caller, cause: causes(cause) }));
  });
  return null;
}
