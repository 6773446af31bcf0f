import { useTranslations } from 'next-intl';
import type { SoundQuality } from '@/lib/softphone/sip/quality';

const BARS = { good: 3, fair: 2, poor: 1 };
const HEIGHTS = ['h-1.5', 'h-2.5', 'h-3.5'];

/** How the call sounds, as bars, a word, and what it suffers from. */
export function SoundQualityMark({ quality }: { quality: SoundQuality }) {
  const t = useTranslations('phone');
  const { level, cause, lossPercent, jitterMs, roundTripMs } = quality;

  const measures = {
    silence: () => t('qualityCause.silence'),
    loss: () => t('qualityCause.loss', { percent: Math.max(1, Math.round(lossPercent)) }),
    jitter: () => t('qualityCause.jitter', { ms: Math.round(jitterMs) }),
    delay: () => t('qualityCause.delay', { ms: Math.round(roundTripMs / 2) }),
  };
  const why = cause && measures[cause]();

  return (
    <span className="inline-flex items-center gap-1.5" title={why ?? undefined}>
      <span aria-hidden="true" className="flex items-end gap-0.5">
        {HEIGHTS.map((height, index) => (
          <span key={height} className={`w-0.5 rounded-full bg-current ${height} ${index < BARS[level] ? '' : 'opacity-30'}`} />
        ))}
      </span>
      {why ? `${t(`quality.${level}`)}, ${why}` : t(`quality.${level}`)}
    </span>
  );
}
