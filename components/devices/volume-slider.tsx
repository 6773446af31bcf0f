'use client';

import { useTranslations } from 'next-intl';
import { saveAudioSettings } from '@/lib/softphone/audio-settings';
import { Field } from '../ui/field';
import { useAudioSettings } from './use-audio-settings';

const STEP_PERCENT = 5;

export function VolumeSlider({ of }: { of: 'callVolume' | 'ringVolume' }) {
  const t = useTranslations('devices');
  const percent = Math.round(useAudioSettings()[of] * 100);

  return (
    <Field label={t(of)}>
      {(control) => (
        <span className="flex items-center gap-3">
          <input
            {...control}
            type="range"
            min={0}
            max={100}
            step={STEP_PERCENT}
            value={percent}
            aria-valuetext={t('percent', { percent })}
            onChange={(event) => saveAudioSettings({ [of]: event.currentTarget.valueAsNumber / 100 })}
            className="h-8 min-w-0 flex-1 accent-accent-text"
          />
          <span aria-hidden="true" className="num w-10 text-end text-muted">
            {t('percent', { percent })}
          </span>
        </span>
      )}
    </Field>
  );
}
