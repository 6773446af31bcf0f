import { UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { InterestOf } from '@/lib/interests/row';
import { ClassIcon } from '../ui/class-icon';

/** Whom it is for; one who is nobody's record yet is told by an icon of their own. */
export function Whose({ of }: { of: InterestOf }) {
  const t = useTranslations('interests');
  const name = of.name || of.company || t('noName');
  const beside = [of.name ? of.company : '', of.contact].filter(Boolean).join(' · ');

  return (
    <span className="flex min-w-0 items-center gap-1.5" title={[name, beside].filter(Boolean).join(', ')}>
      {of.class ? (
        <ClassIcon of={of.class} />
      ) : (
        <UserRoundPlus role="img" aria-label={t('potential')} className="size-3.5 shrink-0 text-subtle" />
      )}
      <bdi className="min-w-0 truncate">{name}</bdi>
      {beside && <bdi className="min-w-0 shrink-99 truncate text-muted">{beside}</bdi>}
    </span>
  );
}
