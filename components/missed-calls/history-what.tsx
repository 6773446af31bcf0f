import { CircleSlash, EyeOff, type LucideIcon, Phone, PhoneMissed, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { LedgerEventType } from '@/lib/missed-calls/types';

const ICONS: Record<LedgerEventType, LucideIcon> = {
  missed: PhoneMissed,
  withdrawn: CircleSlash,
  call_started: Phone,
  call_reached: Phone,
  call_not_reached: Phone,
  removed: EyeOff,
  restored: RotateCcw,
};

/** What an entry of the history is: icon and word. */
export function HistoryWhat({ type }: { type: LedgerEventType }) {
  const t = useTranslations('missedCalls.event');
  const Icon = ICONS[type];

  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
      {t(type)}
    </span>
  );
}
