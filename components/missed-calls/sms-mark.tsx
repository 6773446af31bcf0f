import { CircleAlert, Clock3, type LucideIcon, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MissedCallRow } from '@/lib/missed-calls/queries';
import { smsCauseOf } from '@/lib/sms/causes';

const LOOKS = {
  queued: { icon: Clock3, colour: 'text-ringing' },
  sending: { icon: Send, colour: 'text-ringing' },
  failed: { icon: CircleAlert, colour: 'text-missed' },
  undelivered: { icon: CircleAlert, colour: 'text-missed' },
} as const satisfies Record<string, { icon: LucideIcon; colour: string }>;

/** The last message to a caller while it is on its way, and where it did not arrive; one that went is the row's last status. */
export function SmsMark({ sms }: { sms: MissedCallRow['sms'] }) {
  const t = useTranslations('missedCallSms');
  const causes = useTranslations('smsCauses');
  if (!sms || sms.state === 'sent' || sms.state === 'delivered') return null;

  const { icon: Icon, colour } = LOOKS[sms.state];
  const state = t(`state.${sms.state}`);
  const cause = smsCauseOf(sms.cause);
  const text = cause ? t('because', { result: state, cause: causes(cause) }) : state;

  return (
    <span className={`flex max-w-40 items-center gap-1.5 text-xs ${colour}`} title={text}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{text}</span>
    </span>
  );
}
