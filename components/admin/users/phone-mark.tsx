import { CircleCheck, CircleX, KeyRound, type LucideIcon, Phone, PhoneForwarded } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PhoneStatus } from '@/lib/users/types';

type State = 'none' | 'noLogin' | 'registered' | 'unregistered' | 'deskRegistered' | 'deskUnregistered' | 'application';

const LOOKS: Record<State, { icon: LucideIcon | null; text: string }> = {
  none: { icon: null, text: 'text-muted' },
  noLogin: { icon: KeyRound, text: 'text-missed' },
  registered: { icon: CircleCheck, text: 'text-talking' },
  unregistered: { icon: CircleX, text: 'text-muted' },
  deskRegistered: { icon: Phone, text: 'text-talking' },
  deskUnregistered: { icon: Phone, text: 'text-muted' },
  application: { icon: PhoneForwarded, text: 'text-muted' },
};

/** How somebody's phone stands, as the PBX says: a word and an icon. */
export function PhoneMark({ phone }: { phone: PhoneStatus }) {
  const t = useTranslations('users.phoneStates');
  const state = stateOf(phone);
  const { icon: Icon, text } = LOOKS[state];

  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${text}`}>
      {Icon && <Icon aria-hidden="true" className="size-3.5 shrink-0" />}
      {t(state)}
    </span>
  );
}

function stateOf(phone: PhoneStatus): State {
  switch (phone.kind) {
    case 'none':
      return phone.lacksLogin ? 'noLogin' : 'none';
    case 'application':
      return 'application';
    case 'desk_phone':
      return phone.isRegistered ? 'deskRegistered' : 'deskUnregistered';
    default:
      return phone.isRegistered ? 'registered' : 'unregistered';
  }
}
