import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Link } from '@/lib/pbx-connections/queries';

const LOOKS = {
  up: { icon: CircleCheck, text: 'text-talking' },
  down: { icon: CircleX, text: 'text-missed' },
  unknown: { icon: CircleDashed, text: 'text-muted' },
} as const;

/** Whether Offhook is connected to an Asterisk: a word and an icon. */
export function LinkMark({ state }: { state: Link['state'] }) {
  const t = useTranslations('pbx.linkStates');
  const { icon: Icon, text } = LOOKS[state];

  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${text}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(state)}
    </span>
  );
}
