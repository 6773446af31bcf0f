import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MissedCallRow } from '@/lib/missed-calls/queries';

/** Why a row is off the list, and who took it off by hand (S2.16). */
export function RemovalMark({ row }: { row: Pick<MissedCallRow, 'removalReason' | 'removedBy'> }) {
  const t = useTranslations('missedCalls');
  if (!row.removalReason) return null;
  const name = row.removedBy?.name ?? t('somebody');

  const words = row.removalReason === 'manual' ? t('removedBy', { name }) : t(`reason.${row.removalReason}`);

  return (
    <span title={words} className="flex max-w-40 items-center gap-1.5 text-muted text-xs">
      <EyeOff aria-hidden="true" className="size-3 shrink-0" />
      <span className="truncate">{words}</span>
    </span>
  );
}
