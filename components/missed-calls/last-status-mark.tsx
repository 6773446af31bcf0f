import { CircleDashed, type LucideIcon, MessageSquareText, PhoneCall, PhoneOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { LastStatus } from '@/lib/missed-calls/types';

const LOOKS: Record<LastStatus, { icon: LucideIcon; colour: string }> = {
  none: { icon: CircleDashed, colour: 'text-missed' },
  not_reached: { icon: PhoneOff, colour: 'text-ringing' },
  reached: { icon: PhoneCall, colour: 'text-talking' },
  sms_sent: { icon: MessageSquareText, colour: 'text-accent-text' },
};

/** The last thing that was done about a missed call (S2.25): colour, icon and word. */
export function LastStatusMark({ of }: { of: LastStatus }) {
  const t = useTranslations('missedCalls.status');
  const { icon: Icon, colour } = LOOKS[of];

  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <Icon aria-hidden="true" className={`size-3.5 shrink-0 ${colour}`} />
      {t(of)}
    </span>
  );
}
