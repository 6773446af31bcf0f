'use client';

import { useTranslations } from 'next-intl';
import { useDesk } from '../softphone/desk-context';
import { Moment } from '../ui/moment';
import { PhoneNumberText } from '../ui/phone-number-text';
import { useKeptEntries } from './kept-entries';
import { QuickEntry } from './quick-entry';

/** What was typed about a caller and not saved before the call ended: offered, not lost (S1.14). Never in the way of a call that rings. */
export function LeftEntries() {
  const t = useTranslations('quickEntry');
  const { me, ringing, current } = useDesk();
  const entries = useKeptEntries(me.id);
  const left = entries.filter(({ callId }) => !current.some(({ call }) => call.callId === callId && !isKnown(call.card)));
  if (left.length === 0 || ringing.length > 0) return null;

  return (
    <section aria-label={t('left')} data-left-entries="" className="border-border border-b bg-surface p-4">
      <h2 className="font-semibold">{t('left')}</h2>
      <ul className="flex flex-col divide-y divide-separator">
        {left.map(({ callId, e164, display, at }) => (
          <li key={callId} className="py-3 last:pb-0">
            <p className="mb-2 text-muted">
              <PhoneNumberText display={display} /> · <Moment at={at} />
            </p>
            <QuickEntry callId={callId} e164={e164} display={display} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By now somebody else took them down: the card has no place for the entry any more. */
function isKnown({ customers, driver, colleague }: { customers: unknown[]; driver: unknown; colleague: unknown }): boolean {
  return customers.length > 0 || driver !== null || colleague !== null;
}
