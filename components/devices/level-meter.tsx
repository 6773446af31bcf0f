'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { loudnessPercent } from '@/lib/softphone/loudness';

const LOOK_MS = 100;

/** Moves as one speaks: the microphone hears. */
export function LevelMeter({ level }: { level: () => number }) {
  const t = useTranslations('devices');
  const [percent, setPercent] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => setPercent(loudnessPercent(level())), LOOK_MS);
    return () => clearInterval(timer);
  }, [level]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: how a native meter looks is each browser's own
    <div
      role="meter"
      aria-label={t('level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-2 overflow-hidden rounded-full bg-surface-tertiary"
    >
      <div className="h-full origin-left bg-talking" style={{ transform: `scaleX(${percent / 100})` }} />
    </div>
  );
}
