'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { playTestSound } from '@/lib/softphone/ringer';
import { Button } from '../ui/button';
import { showError } from '../ui/show-message';

/** Plays where calls, or rings, are heard. */
export function TestSound({ of: role }: { of: 'speaker' | 'ringer' }) {
  const t = useTranslations('devices');
  const [isPlaying, setIsPlaying] = useState(false);

  async function play() {
    setIsPlaying(true);
    await playTestSound(role).catch(() => showError(t('testFailed')));
    setIsPlaying(false);
  }

  return (
    <Button icon={<Play aria-hidden="true" />} isPending={isPlaying} onClick={() => void play()}>
      {t(`test.${role}`)}
    </Button>
  );
}
