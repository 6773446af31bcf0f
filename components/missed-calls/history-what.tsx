import {
  CircleSlash,
  EyeOff,
  type LucideIcon,
  MessageSquareText,
  Phone,
  PhoneMissed,
  RotateCcw,
  Trash2,
  UserRound,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { HistoryEntry } from '@/lib/missed-calls/history-queries';

const ICONS: Record<HistoryEntry['type'], LucideIcon> = {
  missed: PhoneMissed,
  withdrawn: CircleSlash,
  called: Phone,
  sms_sent: MessageSquareText,
  sms_failed: MessageSquareText,
  sms_delivered: MessageSquareText,
  sms_undelivered: MessageSquareText,
  assigned: UserRound,
  removed: EyeOff,
  restored: RotateCcw,
  deleted: Trash2,
};

/** What an entry of the history is: icon and word. */
export function HistoryWhat({ type }: { type: HistoryEntry['type'] }) {
  const t = useTranslations('missedCalls.event');
  const Icon = ICONS[type];

  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
      {t(type)}
    </span>
  );
}
