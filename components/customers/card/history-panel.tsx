'use client';

import { useTranslations } from 'next-intl';
import { moreHistory } from '@/lib/customers/card-actions';
import type { HistoryPageKey } from '@/lib/customers/card-pages';
import type { HistoryEntry } from '@/lib/customers/history-queries';
import { undoMerge } from '@/lib/customers/merge-actions';
import type { Page } from '@/lib/page';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { MoreButton } from '../../ui/more-button';
import { useFormats } from '../../ui/organisation';
import { showMessage } from '../../ui/show-message';
import { useMoreRows } from '../../ui/use-more-rows';
import { useCardAct } from './use-card-act';
import { useHistoryWords } from './use-history-words';

type HistoryPanelProps = { customerId: string; first: Page<HistoryEntry, HistoryPageKey>; isEditable: boolean };

/** Who changed what of the customer, latest first. A merge is undone here as long as it is in force. */
export function HistoryPanel({ customerId, first, isEditable }: HistoryPanelProps) {
  const t = useTranslations('customerCard');
  const list = useMoreRows(first, (after) => moreHistory({ customerId, after }));

  return (
    <Panel title={t('history')}>
      {list.rows.length === 0 ? (
        <p className="p-3 text-muted">{t('noHistory')}</p>
      ) : (
        <ul aria-label={t('history')} className="flex flex-col gap-2 p-3">
          {list.rows.map((entry) => (
            <Entry key={entry.id} entry={entry} isEditable={isEditable} />
          ))}
        </ul>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}

function Entry({ entry, isEditable }: { entry: HistoryEntry; isEditable: boolean }) {
  const t = useTranslations('customerCard');
  const formats = useFormats();
  const say = useHistoryWords();
  const { act, isPending } = useCardAct();
  const { at, by, mergeId, details } = entry;

  function undo() {
    act(
      () => undoMerge(mergeId),
      () => showMessage(t('mergeUndone', { name: details.name ?? '' })),
    );
  }

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="wrap-anywhere min-w-0">
        <bdi>{say(entry)}</bdi>
        <span className="block text-muted text-xs">
          {by ? t('changedBy', { name: by, at: formats.dateTime(at) }) : formats.dateTime(at)}
        </span>
      </span>
      {mergeId && isEditable && (
        <Button size="sm" isPending={isPending} onClick={undo}>
          {t('undoMerge')}
        </Button>
      )}
    </li>
  );
}
