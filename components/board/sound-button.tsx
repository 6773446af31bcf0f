import { Volume2, VolumeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import type { Bell } from './use-bell';

export function SoundButton({ sound: { state, turn } }: { sound: Bell }) {
  const t = useTranslations('board');
  const Icon = state === 'on' ? Volume2 : VolumeOff;

  return (
    <Button className={`h-12 ${state === 'blocked' ? 'text-ringing' : ''}`} icon={<Icon aria-hidden="true" />} onClick={turn}>
      <span className="max-sm:sr-only">{t(`sound.${state}`)}</span>
    </Button>
  );
}
