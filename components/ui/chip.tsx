import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-ended-soft text-ended',
  accent: 'bg-accent-soft text-accent-text',
  ringing: 'bg-ringing-soft text-ringing',
  talking: 'bg-talking-soft text-talking',
  held: 'bg-held-soft text-held',
  missed: 'bg-missed-soft text-missed',
  vip: 'bg-vip-soft text-vip',
} as const;

export type Tone = keyof typeof TONES;

/** 20 px, a soft tint, a word and perhaps an icon of 12 px. At most two in a row. */
export function Chip({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`chip [&_svg]:size-3 [&_svg]:shrink-0 ${TONES[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
