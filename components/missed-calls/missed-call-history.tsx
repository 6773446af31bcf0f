'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { readMissedCallHistory } from '@/lib/missed-calls/actions';
import type { HistoryEntry } from '@/lib/missed-calls/history-queries';
import { Moment } from '../ui/moment';
import { HistoryWhat } from './history-what';
import { useHistoryResult } from './use-history-result';

/** What was done about a row: who, what, when, with what result (S2.15, S2.16). Read anew whenever the row has changed. */
export function MissedCallHistory({ missedCallId, version }: { missedCallId: string; version: number }) {
  const t = useTranslations('missedCalls');
  const refusals = useTranslations('refusals');
  const result = useHistoryResult();
  const [answer, setAnswer] = useState<ActionResult<HistoryEntry[]> | null>(null);

  useEffect(() => {
    let isWanted = true;
    readMissedCallHistory({ missedCallId })
      .catch((): ActionResult<HistoryEntry[]> => ({ ok: false, reason: 'unavailable' }))
      .then((read) => isWanted && setAnswer(read));
    return () => {
      isWanted = false;
    };
  }, [missedCallId, version]);

  if (!answer) return <p className="p-3 ps-14 text-muted">{t('historyLoading')}</p>;
  if (!answer.ok) return <p className="p-3 ps-14 text-missed">{refusals(answer.reason)}</p>;

  return (
    <table
      aria-label={t('history')}
      className="w-full self-start text-start [&_td]:h-8 [&_td]:px-3 [&_th]:h-8 [&_th]:px-3 [&_th]:text-start [&_th]:font-medium [&_th]:text-muted @min-[44rem]:[&_tr>:first-child]:ps-14"
    >
      <thead className="@max-[44rem]:sr-only">
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('result')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-separator border-separator border-t">
        {answer.data.map((entry) => (
          <tr
            key={entry.seq}
            className="@max-[44rem]:flex @max-[44rem]:flex-wrap @max-[44rem]:px-2 @max-[44rem]:[&>td]:h-auto! @max-[44rem]:[&>td]:min-h-6 @max-[44rem]:[&>td]:w-auto"
          >
            <td className="w-0">
              <Moment at={entry.at.toISOString()} className="text-muted" />
            </td>
            <td className="max-w-40 truncate">
              <bdi>{entry.by === null ? t('system') : entry.by || t('somebody')}</bdi>
            </td>
            <td className="w-0 whitespace-nowrap">
              <HistoryWhat type={entry.type} />
            </td>
            <td className="text-muted">
              {result(entry)}
              {entry.text && (
                <q className="wrap-anywhere block max-w-prose whitespace-pre-line py-1 text-foreground">{entry.text}</q>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
