'use client';

import { Volume2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { allowSound } from '@/lib/softphone/sound-permission';
import { Button } from '../ui/button';

/** The press itself is what the browser waits for. */
export function TurnOnSound() {
  const t = useTranslations('phone');

  return (
    <Button size="sm" icon={<Volume2 aria-hidden="true" />} onClick={allowSound}>
      {t('turnOnSound')}
    </Button>
  );
}
