'use client';

import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/missed-calls/history-queries';
import { smsCauseOf } from '@/lib/sms/causes';
import { formatDuration } from '../ui/formats';

/** What came of an entry of the history, in words. */
export function useHistoryResult(): (entry: HistoryEntry) => string {
  const t = useTranslations('missedCalls');
  const sms = useTranslations('missedCallSms');
  const causes = useTranslations('smsCauses');

  function notReached(outcome: HistoryEntry['outcome'], cause: string | null | undefined): string {
    if (!outcome) return t('callLasts');
    return cause && t.has(`cause.${cause}`) ? t(`cause.${cause}`) : t('status.not_reached');
  }

  return ({ type, details, outcome, to }) => {
    switch (type) {
      case 'missed':
        return t('waitedFor', { time: formatDuration(details.waitSeconds ?? 0) });
      case 'withdrawn':
        return t('wasAnswered');
      case 'called':
        return outcome === 'reached'
          ? t('talkedFor', { time: formatDuration(details.talkSeconds ?? 0) })
          : notReached(outcome, details.cause);
      case 'sms_sent':
      case 'sms_delivered':
        return t(`results.${type}`);
      case 'sms_failed':
      case 'sms_undelivered': {
        const cause = smsCauseOf(details.cause);
        const result = t(`results.${type}`);
        return cause ? sms('because', { result, cause: causes(cause) }) : result;
      }
      case 'assigned':
        return to ?? t('toNobody');
      case 'deleted':
        return t('forgotten');
      case 'removed':
        return t(`reason.${details.reason ?? 'manual'}`);
      case 'restored':
        return t('backOnList');
    }
  };
}
