'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CustomerNumber } from '@/lib/customers/types';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { MergeDialog } from '../merge/merge-dialog';
import { AddNumberForm } from './add-number-form';
import { CallingNow } from './calling-now';
import { NumberRow } from './number-row';
import { TakenDialog } from './taken-dialog';
import { useAddNumber } from './use-add-number';
import { useCallingNumber } from './use-calling-number';

type NumbersPanelProps = {
  customerId: string;
  name: string;
  numbers: CustomerNumber[];
  contacts: { id: string; name: string }[];
  isEditable: boolean;
};

/** How to reach them: each number can be called; the main one is called first and shown in lists. */
export function NumbersPanel({ customerId, name, numbers, contacts, isEditable }: NumbersPanelProps) {
  const t = useTranslations('customers');
  const card = useTranslations('customerCard');
  const [isTyping, setTyping] = useState(false);
  const [mergeWithId, setMergeWithId] = useState<string | null>(null);
  const adding = useAddNumber(customerId);
  const calling = useCallingNumber(numbers);
  const isOffered = isEditable && calling?.isUnknown === true;

  return (
    <Panel
      title={t('numbers')}
      aside={
        isEditable &&
        !isTyping && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} onClick={() => setTyping(true)}>
            {isOffered ? card('typeNumber') : t('addNumber')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2 p-3">
        {isOffered && (
          <CallingNow
            calling={calling}
            isPending={adding.isSaving}
            problem={isTyping ? null : adding.problem}
            onAdd={() => void adding.add(calling.e164)}
          />
        )}
        {numbers.length === 0 && !isTyping && <p className="text-muted">{t('noNumbers')}</p>}
        <ul aria-label={t('numbers')} className="flex max-h-112 flex-col gap-1 overflow-y-auto empty:hidden">
          {numbers.map((number) => (
            <NumberRow key={number.id} customerId={customerId} number={number} contacts={contacts} isEditable={isEditable} />
          ))}
        </ul>
        {isTyping && (
          <AddNumberForm
            adding={adding}
            proposed={isOffered ? '' : (calling?.display ?? '')}
            onClose={() => {
              setTyping(false);
              adding.forgetProblem();
            }}
          />
        )}
      </div>
      {adding.taken && (
        <TakenDialog
          taken={adding.taken}
          name={name}
          isPending={adding.isSaving}
          onDecide={async (decision) => {
            if (adding.taken && (await adding.add(adding.taken.phone, decision))) setTyping(false);
          }}
          onMerge={({ id }) => {
            adding.forgetTaken();
            setTyping(false);
            setMergeWithId(id);
          }}
          onClose={adding.forgetTaken}
        />
      )}
      {mergeWithId && <MergeDialog customerId={customerId} otherId={mergeWithId} onClose={() => setMergeWithId(null)} />}
    </Panel>
  );
}
