'use client';

import { useTranslations } from 'next-intl';
import type { FoundCustomer } from '@/lib/customers/types';
import { Button } from '../ui/button';
import { ClassIcon } from '../ui/class-icon';

type NumberTakenProps = {
  owners: FoundCustomer[];
  /** Takes one of them instead; without it their names are only read. */
  onChoose?: (owner: FoundCustomer) => void;
  isPending: boolean;
  /** What to do where both really have it: a family, an office. */
  shareLabel: string;
  onShare: () => void;
};

/** Whose number it is already (S1.15a): nobody loses it, and no customer is there twice by accident. */
export function NumberTaken({ owners, onChoose, isPending, shareLabel, onShare }: NumberTakenProps) {
  const t = useTranslations('customers.taken');

  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md bg-ringing-soft p-2.5">
      <p className="font-medium">{t('title', { count: owners.length })}</p>
      <ul className="flex flex-col gap-1">
        {owners.map((owner) => (
          <li key={owner.id} className="flex min-w-0 items-center gap-1.5">
            <ClassIcon of={owner.class} />
            <bdi className="wrap-anywhere min-w-0 flex-1">{owner.name}</bdi>
            {onChoose && (
              <Button size="sm" aria-label={t('choose', { name: owner.name })} onClick={() => onChoose(owner)}>
                {t('take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button size="sm" className="self-start" isPending={isPending} onClick={onShare}>
        {shareLabel}
      </Button>
    </div>
  );
}
