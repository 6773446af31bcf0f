'use client';

import { PhoneIncoming, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button';
import { PhoneNumberText } from '../../ui/phone-number-text';
import type { CallingNumber } from './use-calling-number';

type CallingNowProps = { calling: CallingNumber; isPending: boolean; problem: string | null; onAdd: () => void };

/** A number that nobody has calls while their card is open: one press makes it theirs (S1.15). */
export function CallingNow({ calling, isPending, problem, onAdd }: CallingNowProps) {
  const t = useTranslations('customerCard');
  const words = useTranslations('customers');

  return (
    <section
      aria-label={t('callingNow')}
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-md bg-ringing-soft p-2.5"
    >
      <PhoneIncoming aria-hidden="true" className="size-4 shrink-0 text-ringing" />
      <p className="min-w-0 flex-1 basis-40">
        {t.rich('addCalling', { number: () => <PhoneNumberText display={calling.display} className="font-semibold" /> })}
      </p>
      <Button size="sm" intent="primary" icon={<Plus aria-hidden="true" />} isPending={isPending} onClick={onAdd}>
        {words('addNumber')}
      </Button>
      {problem && (
        <p role="alert" className="field-error w-full text-xs">
          {problem}
        </p>
      )}
    </section>
  );
}
