'use client';

import { useTranslations } from 'next-intl';
import type { TimelineEntry } from '@/lib/deliveries/delivery-queries';
import { DELIVERY_STATUSES } from '@/lib/deliveries/status';
import { Moment } from '../../ui/moment';
import { Panel } from '../panel';
import { useEventWords } from './use-event-words';

/** What is not a status of the delivery: everything else that can happen to it. */
const OTHER_STEPS = [
  'created',
  'changed',
  'acknowledged',
  'stepped_back',
  'problem',
  'problem_solved',
  'driver_assigned',
] as const;
const STEPS = [...DELIVERY_STATUSES.filter((status) => status !== 'draft'), ...OTHER_STEPS];

export function TimelinePanel({ entries, hasUnsent }: { entries: TimelineEntry[]; hasUnsent: boolean }) {
  const t = useTranslations('delivery');
  const words = useTranslations('delivery.steps');
  const wordsOf = useEventWords();

  function nameOf({ type }: TimelineEntry, isNewest: boolean): string {
    const step = STEPS.find((each) => each === type);
    if (step === 'changed' && isNewest && hasUnsent) return words('changedNotSent');
    return step ? words(step) : type;
  }

  return (
    <Panel title={t('timeline')}>
      <ol className="flex flex-col p-3">
        {entries.map((entry, position) => (
          <li key={entry.id} className="relative ps-4 not-last:pb-3">
            <span
              aria-hidden="true"
              className="absolute start-0 top-1.5 size-2 rounded-full bg-ended-solid [li:first-child>&]:bg-accent"
            />
            <div className="flex items-baseline justify-between gap-2">
              <span className="font-medium">{nameOf(entry, position === 0)}</span>
              <Moment at={entry.at} as="time" className="text-muted text-xs" />
            </div>
            <p className="wrap-anywhere text-muted text-xs">{wordsOf(entry).join(', ')}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
