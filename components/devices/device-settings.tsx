'use client';

import { useTranslations } from 'next-intl';
import { saveAudioSettings } from '@/lib/softphone/audio-settings';
import { canChooseSpeaker } from '@/lib/softphone/device-list';
import { CheckField } from '../ui/check-field';
import { DeviceSelect } from './device-select';
import { MicrophoneCheck } from './microphone-check';
import { TestSound } from './test-sound';
import { useAudioDevices } from './use-audio-devices';
import { useAudioSettings } from './use-audio-settings';
import { VolumeSlider } from './volume-slider';

const PROCESSING = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;

/** What is chosen here is in use at once, in a call too. */
export function DeviceSettings() {
  const t = useTranslations('devices');
  const settings = useAudioSettings();
  const { microphones, speakers, isListed, areNamed, refresh } = useAudioDevices();
  const canChoose = canChooseSpeaker();

  if (!isListed) return null;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <DeviceSelect of="microphone" devices={microphones} />
        <MicrophoneCheck isAllowed={areNamed} onOpened={refresh} />
        <div className="flex flex-col gap-1.5">
          {PROCESSING.map((each) => (
            <CheckField
              key={each}
              label={t(each)}
              checked={settings[each]}
              onChange={(event) => saveAudioSettings({ [each]: event.currentTarget.checked })}
            />
          ))}
        </div>
      </div>
      {!canChoose && <p className="text-muted">{t('noChoice')}</p>}
      <div className="flex flex-col gap-3">
        {canChoose && <DeviceSelect of="speaker" devices={speakers} hint={t('speakerHint')} />}
        <VolumeSlider of="callVolume" />
        <div>
          <TestSound of="speaker" />
        </div>
      </div>
      <div className="flex flex-col gap-3">
        {canChoose && <DeviceSelect of="ringer" devices={speakers} hint={t('ringerHint')} />}
        <VolumeSlider of="ringVolume" />
        <div>
          <TestSound of="ringer" />
        </div>
      </div>
    </div>
  );
}
