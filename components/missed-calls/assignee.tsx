import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Who is to deal with a missed call; nothing where that is whoever is on the line. */
export function Assignee({ of }: { of: { name: string } | null }) {
  const t = useTranslations('missedCalls');
  if (!of) return null;

  return (
    <span className="flex min-w-0 items-center gap-1 text-muted text-xs" title={t('assignedTo', { name: of.name })}>
      <UserRound aria-hidden="true" className="size-3 shrink-0" />
      <span className="sr-only">{t('assignedToLabel')}</span>
      <bdi className="truncate">{of.name}</bdi>
    </span>
  );
}
