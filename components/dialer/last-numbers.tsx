'use client';

import { ArrowLeftRight, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { LastNumber } from '@/lib/dialer/types';
import { PhoneNumberText } from '../ui/phone-number-text';
import { OwnerName } from './number-owner';

const ICONS = { inbound: PhoneIncoming, outbound: PhoneOutgoing, internal: ArrowLeftRight };

type LastNumbersProps = { numbers: LastNumber[] | null; onChoose: (number: LastNumber) => void };

/** Whom this user spoke with last: one press puts the number into the field. */
export function LastNumbers({ numbers, onChoose }: LastNumbersProps) {
  const t = useTranslations('dialer');
  const id = useId();
  if (!numbers) return null;

  return (
    <div className="mt-4">
      <h3 id={id} className="text-muted text-xs">
        {t('lastNumbers')}
      </h3>
      {numbers.length === 0 ? (
        <p className="mt-1 text-muted">{t('noLastNumbers')}</p>
      ) : (
        <ul aria-labelledby={id} className="-mx-2 mt-1">
          {numbers.map((number) => (
            <Row key={number.number} number={number} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ number, onChoose }: { number: LastNumber; onChoose: (number: LastNumber) => void }) {
  const t = useTranslations('dialer');
  const Icon = ICONS[number.direction];

  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(number)}
        className="flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md px-2 text-start hover:bg-surface-secondary max-lg:min-h-11"
      >
        <Icon role="img" aria-label={t(`direction.${number.direction}`)} className="size-3.5 shrink-0 text-subtle" />
        {number.owner && (
          <span className="min-w-0 flex-1 truncate">
            <OwnerName owner={number.owner} />
          </span>
        )}
        <PhoneNumberText display={number.display} className={number.owner ? 'text-muted' : ''} />
      </button>
    </li>
  );
}
