import { ArrowRightLeft, type LucideIcon, Mail, MessageSquare, Phone, StickyNote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { InterestRow } from '@/lib/interests/row';
import type { InteractionKind } from '@/lib/interests/types';
import type { Formats } from '../ui/formats';

const ICONS: Record<InteractionKind, LucideIcon> = {
  call: Phone,
  note: StickyNote,
  sms: MessageSquare,
  email: Mail,
  stage_change: ArrowRightLeft,
};

/** What was last said or done about an interest, and when; its words on hover. */
export function LastInteraction({ of, formats }: { of: InterestRow['lastInteraction']; formats: Formats }) {
  const t = useTranslations('interests');
  if (!of) return <span className="text-muted">{t('noInteraction')}</span>;
  const Icon = ICONS[of.kind];

  return (
    <span className="block max-w-32" title={of.text || undefined}>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
        <span className="truncate">{t(`interactions.${of.kind}`)}</span>
      </span>
      <span className="num block text-muted text-xs" title={formats.dateTime(of.at)}>
        {formats.day(of.at)}, {formats.time(of.at)}
      </span>
    </span>
  );
}
