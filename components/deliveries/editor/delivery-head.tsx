'use client';

import { ChevronLeft, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countUnsent } from '@/lib/deliveries/policy';
import { useListReturn } from '../../shell/list-return';
import { Chip } from '../../ui/chip';
import { IconButton } from '../../ui/icon-button';
import { StatusLabel } from '../../ui/status-glyph';
import { useEdited } from './editor-context';

type DeliveryHeadProps = {
  /** Who else is here; takes the room that is left, and moves nothing. */
  colleagues: ReactNode;
  /** What can be done with the delivery as a whole. */
  acts: ReactNode;
  steps: ReactNode;
};

export function DeliveryHead({ colleagues, acts, steps }: DeliveryHeadProps) {
  const t = useTranslations('delivery');
  const goBack = useListReturn();
  const number = useEdited(({ editing }) => editing.saved?.number ?? null);
  const status = useEdited(({ editing }) => editing.saved?.status ?? null);
  const unsent = useUnsentChanges();

  return (
    <div className="flex flex-col gap-1 px-4 py-2">
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap">
        <IconButton name={t('back')} icon={<ChevronLeft aria-hidden="true" />} onClick={goBack} className="-ms-2" />
        <h1 className="whitespace-nowrap font-semibold text-lg">
          {number === null ? t('new') : t('title', { number: String(number) })}
        </h1>
        {status && <StatusLabel status={status} />}
        {unsent > 0 && (
          <Chip tone="accent" icon={<PencilLine aria-hidden="true" />}>
            {t('unsentChanges', { count: unsent })}
          </Chip>
        )}
        {colleagues}
        <div className="ms-auto flex items-center gap-2">{acts}</div>
      </div>
      {steps}
    </div>
  );
}

export function useUnsentChanges(): number {
  return useEdited(({ editing }) => countUnsent(editing.saved, editing.mine));
}
