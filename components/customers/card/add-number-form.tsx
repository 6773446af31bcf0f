'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import type { AddingNumber } from './use-add-number';

type AddNumberFormProps = {
  adding: AddingNumber;
  /** What is proposed: the number of the call that is up. */
  proposed: string;
  onClose: () => void;
};

/** Another number for a customer. */
export function AddNumberForm({ adding, proposed, onClose }: AddNumberFormProps) {
  const t = useTranslations('customers');
  const [phone, setPhone] = useState(proposed);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await adding.add(phone)) onClose();
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
        error={adding.problem}
        // What is proposed is replaced by the first key, or saved by Enter.
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setPhone(event.target.value);
          adding.forgetProblem();
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" size="sm" isPending={adding.isSaving}>
          {t('saveNumber')}
        </Button>
        <Button size="sm" intent="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
