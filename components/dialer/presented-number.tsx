'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { PoolLine } from '@/lib/lines/number-pool';
import { useDesk } from '../softphone/desk-context';
import { PhoneNumberText } from '../ui/phone-number-text';
import { Select } from '../ui/select';

/** Which of our numbers the called one sees: a choice for who may choose (S2.4, S2.4a). */
export function PresentedNumber({ line, onChoose }: { line: PoolLine | null; onChoose: (lineId: string) => void }) {
  const t = useTranslations('dialer');
  const { me } = useDesk();
  const id = useId();

  if (!line) return <p className="text-muted text-xs">{t('presentsNone')}</p>;
  if (!me.mayChooseNumber) {
    return (
      <p className="text-muted text-xs">
        {t('presents')} <PhoneNumberText display={line.display} /> · <bdi>{line.name}</bdi>
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="label">
        {t('presentNumber')}
      </label>
      <Select id={id} value={line.id} onChange={(event) => onChoose(event.target.value)} className="w-full">
        {me.pool.map(({ id: lineId, display, name }) => (
          <option key={lineId} value={lineId}>
            {display} · {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
