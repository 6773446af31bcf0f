import { Moon } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Nobody was to be at work then. */
export function OutsideHours() {
  const t = useTranslations('missedCalls');

  return (
    <span className="flex items-center gap-1 whitespace-nowrap text-muted text-xs">
      <Moon aria-hidden="true" className="size-3 shrink-0" />
      {t('outsideHours')}
    </span>
  );
}
