import { Bike, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';

/** Why somebody stands first among those who share a number. */
export function WhyFirst({ reason }: { reason: 'open' | 'chosen' | null }) {
  const t = useTranslations('callerCard');
  if (!reason) return null;

  return (
    <span className="block">
      <Chip tone="neutral" icon={reason === 'open' ? <Bike aria-hidden="true" /> : <History aria-hidden="true" />}>
        {t(`whyFirst.${reason}`)}
      </Chip>
    </span>
  );
}
