'use client';

import { useTranslations } from 'next-intl';
import { isEditable } from '@/lib/deliveries/policy';
import { totalMinor } from '@/lib/deliveries/totals';
import { useFormats } from '../../ui/organisation';
import { useEdited } from './editor-context';

/** What the customer is told: the amount, and since it was sent also what it was (S0.15). Of a closed delivery nothing is to tell. */
export function AmountDue() {
  const t = useTranslations('delivery');
  const { money } = useFormats();
  const due = useEdited(({ editing }) => totalMinor(editing.mine));
  const sent = useEdited(({ editing }) => editing.saved?.sentTotalMinor ?? null);
  const isClosed = useEdited(({ editing }) => editing.saved !== null && !isEditable(editing.saved.status));
  const isChanged = !isClosed && sent !== null && sent !== due;
  const difference = isChanged ? due - sent : 0;

  return (
    <div className={`rounded-b-lg border-separator border-t p-3 ${isChanged ? 'bg-accent-soft' : ''}`}>
      <p className="text-muted">{t(isClosed ? 'amountDue' : 'tellAmount')}</p>
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="num text-lg" aria-live="polite">
          {isChanged && (
            <>
              <span className="sr-only">{t('amountWas')} </span>
              <span className="text-muted">{money(sent)}</span> <span aria-hidden="true">→</span>
              <span className="sr-only"> {t('amountIs')} </span>{' '}
            </>
          )}
          <strong className="font-semibold">{money(due)}</strong>
        </span>
        {isChanged && (
          <span className="num font-medium text-accent-text">
            {difference > 0 ? '+' : '−'}
            {money(Math.abs(difference))}
          </span>
        )}
      </p>
    </div>
  );
}
