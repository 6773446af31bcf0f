'use client';

import { Plus, Star, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { addNumber, chooseMainNumber, dropNumber } from '@/lib/customers/number-actions';
import type { CustomerNumber } from '@/lib/customers/types';
import { Panel } from '../../deliveries/panel';
import { CallButton } from '../../softphone/call-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { IconButton } from '../../ui/icon-button';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { showError, showMessage } from '../../ui/show-message';
import { AddNumberForm } from './add-number-form';

type NumbersPanelProps = { customerId: string; numbers: CustomerNumber[]; isEditable: boolean };

/** How to reach them: each number can be called; the main one is called first and shown in lists. */
export function NumbersPanel({ customerId, numbers, isEditable }: NumbersPanelProps) {
  const t = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const [isAdding, setAdding] = useState(false);
  const [isPending, startTransition] = useTransition();

  function act(work: () => Promise<ActionResult>, then?: () => void) {
    startTransition(async () => {
      const answer = await work().catch(() => null);
      if (answer?.ok) then?.();
      else showError(answer ? refusals(answer.reason) : t('notSaved'));
    });
  }

  function remove({ e164, display, isPrimary }: CustomerNumber) {
    // It was theirs, whoever else has it: taking it back asks nothing.
    const putBack = () => addNumber({ customerId, phone: e164, isShared: true });
    const undo = () =>
      act(async () => {
        const answer = await putBack();
        return answer.ok && isPrimary ? chooseMainNumber({ customerId, e164 }) : answer;
      });
    act(
      () => dropNumber({ customerId, e164 }),
      () => showMessage(t('numberRemoved', { number: display }), { label: t('undo'), onClick: undo }),
    );
  }

  return (
    <Panel
      title={t('numbers')}
      aside={
        isEditable &&
        !isAdding && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('addNumber')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2 p-3" aria-busy={isPending}>
        {numbers.length === 0 && !isAdding && <p className="text-muted">{t('noNumbers')}</p>}
        <ul className="flex flex-col gap-1 empty:hidden">
          {numbers.map((number) => (
            <li key={number.id} className="flex min-h-8 items-center gap-1">
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                <PhoneNumberText display={number.display} />
                {number.isPrimary && <Chip>{t('main')}</Chip>}
              </span>
              {isEditable && !number.isPrimary && (
                <IconButton
                  size="sm"
                  name={t('makeMain', { number: number.display })}
                  icon={<Star aria-hidden="true" />}
                  onClick={() => act(() => chooseMainNumber({ customerId, e164: number.e164 }))}
                />
              )}
              {isEditable && (
                <IconButton
                  size="sm"
                  name={t('removeNumber', { number: number.display })}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => remove(number)}
                />
              )}
              <OpenInDialer number={number.display} />
              <CallButton
                size="sm"
                name={t('callNumber', { number: number.display })}
                number={number.isCallable ? number.e164 : null}
                noNumberReason={t('noNumber')}
              />
            </li>
          ))}
        </ul>
        {isAdding && <AddNumberForm customerId={customerId} onClose={() => setAdding(false)} />}
      </div>
    </Panel>
  );
}
