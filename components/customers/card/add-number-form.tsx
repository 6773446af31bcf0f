'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { addNumber } from '@/lib/customers/number-actions';
import type { FoundCustomer } from '@/lib/customers/types';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { NumberTaken } from '../number-taken';

/** Another number for a customer. One that is somebody else's is shared only where the operator says so (S1.15a). */
export function AddNumberForm({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useTranslations('customers');
  const refusals = useTranslations('refusals');
  const [phone, setPhone] = useState('');
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function save(isShared: boolean) {
    if (isSaving) return;
    setSaving(true);
    const answer = await addNumber({ customerId, phone, isShared }).catch(() => null);
    setSaving(false);
    if (answer?.ok) return onClose();

    const isTaken = answer !== null && 'owners' in answer;
    setOwners(isTaken ? answer.owners : []);
    setProblem(isTaken ? null : answer ? refusals(answer.reason) : t('notSaved'));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(false);
  }

  return (
    <form aria-label={t('addNumber')} className="flex flex-col gap-2" onSubmit={submit}>
      <TextField
        label={t('newNumber')}
        type="tel"
        autoFocus
        autoComplete="off"
        value={phone}
        maxLength={MAX_CHARACTERS.phone}
        error={problem}
        onChange={(event) => {
          setPhone(event.target.value);
          setOwners([]);
          setProblem(null);
        }}
      />
      {owners.length > 0 && (
        <NumberTaken owners={owners} isPending={isSaving} shareLabel={t('shareNumber')} onShare={() => void save(true)} />
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm" isPending={isSaving}>
          {t('saveNumber')}
        </Button>
        <Button size="sm" intent="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
