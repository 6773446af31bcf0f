'use client';

import { useSyncExternalStore } from 'react';
import { type AudioSettings, defaultAudioSettings, onAudioSettings, readAudioSettings } from '@/lib/softphone/audio-settings';

export function useAudioSettings(): AudioSettings {
  return useSyncExternalStore(onAudioSettings, readAudioSettings, () => defaultAudioSettings);
}
