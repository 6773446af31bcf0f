'use client';

import { useSyncExternalStore } from 'react';
import { isSoundAllowed, onSoundAllowed } from '@/lib/softphone/sound-permission';

/** Whether this page may make a sound by now. */
export function useSoundAllowed(): boolean {
  return useSyncExternalStore(onSoundAllowed, isSoundAllowed, () => false);
}
