import { Car, CircleQuestionMark, Crown, type LucideIcon, OctagonAlert, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CustomerClass } from '@/lib/caller-card/types';
import { Chip, type Tone } from './chip';

/** Who somebody is to the desk: a customer's class, or that they are none. */
export type PersonClass = CustomerClass | 'unknown' | 'driver';

const LOOKS: Record<PersonClass, { icon: LucideIcon; tone: Tone; colour: string }> = {
  vip: { icon: Crown, tone: 'vip', colour: 'text-vip' },
  problem: { icon: OctagonAlert, tone: 'missed', colour: 'text-problem' },
  regular: { icon: UserRound, tone: 'neutral', colour: 'text-subtle' },
  unknown: { icon: CircleQuestionMark, tone: 'neutral', colour: 'text-subtle' },
  driver: { icon: Car, tone: 'neutral', colour: 'text-subtle' },
};

/** Stands before a name in a table, with the class as its text alternative. */
export function ClassIcon({ of }: { of: PersonClass }) {
  const t = useTranslations('personClass');
  const { icon: Icon, colour } = LOOKS[of];

  return <Icon role="img" aria-label={t(of)} className={`size-3.5 shrink-0 ${colour}`} />;
}

export function ClassChip({ of }: { of: PersonClass }) {
  const t = useTranslations('personClass');
  const { icon: Icon, tone } = LOOKS[of];

  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(of)}
    </Chip>
  );
}
