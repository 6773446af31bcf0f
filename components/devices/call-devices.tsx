'use client';

import { Settings2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { canChooseSpeaker } from '@/lib/softphone/device-list';
import { Button } from '../ui/button';
import { DeviceSelect } from './device-select';
import { DEVICES_PATH } from './devices-path';
import { useAudioDevices } from './use-audio-devices';
import { VolumeSlider } from './volume-slider';

/** Another headset in the middle of a call, without leaving what is open. */
export function CallDevices() {
  const t = useTranslations('devices');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);

  return (
    <div className="mt-1">
      <Button
        intent="ghost"
        size="sm"
        icon={<Settings2 aria-hidden="true" />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('title')}
      </Button>
      {isOpen && <Choices id={id} />}
    </div>
  );
}

function Choices({ id }: { id: string }) {
  const t = useTranslations('devices');
  const { microphones, speakers } = useAudioDevices();

  return (
    <div id={id} className="mt-2 flex flex-col gap-3">
      <DeviceSelect of="microphone" devices={microphones} />
      {canChooseSpeaker() && <DeviceSelect of="speaker" devices={speakers} />}
      <VolumeSlider of="callVolume" />
      <Link href={DEVICES_PATH} className="text-accent-text hover:underline">
        {t('more')}
      </Link>
    </div>
  );
}
