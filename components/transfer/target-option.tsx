'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Availability, TransferTarget } from '@/lib/transfers/types';
import { Chip } from '../ui/chip';

const LOOKS: Record<Availability, { dot: string; word: string }> = {
  available: { dot: 'bg-talking', word: 'text-foreground' },
  inCall: { dot: 'bg-ringing-solid', word: 'text-ringing' },
  notConnected: { dot: 'bg-missed', word: 'text-missed' },
};

type TargetOptionProps = {
  id: string;
  target: TransferTarget;
  isChosen: boolean;
  isPointed: boolean;
  onChoose: (target: TransferTarget) => void;
};

/** Name, extension and role at the left, whether they could take it at the right. The focus stays in the field. */
export function TargetOption({ id, target, isChosen, isPointed, onChoose }: TargetOptionProps) {
  const t = useTranslations('transfer');
  const option = useRef<HTMLDivElement>(null);
  const { dot, word } = LOOKS[target.availability];

  useEffect(() => {
    if (isPointed) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isPointed]);

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isChosen}
      data-pointed={isPointed || undefined}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded px-2 py-1 hover:bg-surface-secondary aria-selected:bg-accent-soft data-pointed:bg-surface-secondary aria-selected:data-pointed:bg-accent-soft"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(target)}
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <bdi className="truncate font-medium">{target.name}</bdi>
          {target.isResponsible && <Chip tone="accent">{t('responsible')}</Chip>}
        </span>
        <span className="text-muted text-xs">
          <span className="num">{target.extension}</span> · {t(`roles.${target.role}`)}
        </span>
      </span>
      <span className={`flex shrink-0 items-center gap-1.5 text-xs ${word}`}>
        <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
        {t(`availability.${target.availability}`)}
      </span>
    </div>
  );
}
