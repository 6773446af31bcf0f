import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Phase = 'ringing' | 'dialling' | 'talking' | 'held' | 'elsewhere';

const LOOKS: Record<Phase, { strip: string; dot: string }> = {
  ringing: { strip: 'border-t-[3px] border-ringing-solid bg-ringing-soft text-ringing', dot: 'animate-ring bg-ringing-solid' },
  dialling: { strip: 'border-t-[3px] border-ringing-solid bg-ringing-soft text-ringing', dot: 'bg-ringing-solid' },
  talking: { strip: 'bg-talking-soft text-talking', dot: 'bg-talking' },
  held: { strip: 'bg-held-soft text-held', dot: 'bg-held' },
  elsewhere: { strip: 'border-t-[3px] border-ringing-solid bg-ringing-soft text-ringing', dot: 'bg-ringing-solid' },
};

/** The coloured line on top of a call: what it does, as a word, and something at its end. */
export function StateStrip({ phase, timer, end }: { phase: Phase; timer?: ReactNode; end?: ReactNode }) {
  const t = useTranslations('phone');
  const { strip, dot } = LOOKS[phase];

  return (
    <div className={`flex min-h-9 items-center gap-2 px-4 py-1.5 ${strip}`}>
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dot}`} />
      <span className="font-semibold">{t(`phase.${phase}`)}</span>
      {timer}
      <span className="ms-auto min-w-0 truncate text-xs">{end}</span>
    </div>
  );
}
