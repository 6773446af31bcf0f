'use client';

import { useSyncExternalStore } from 'react';
import { type AudioNotice, currentAudioProblem, onAudioProblem } from '@/lib/softphone/audio-problems';

/** What is wrong with microphone or speaker now. */
export function useAudioProblem(): AudioNotice | null {
  return useSyncExternalStore(onAudioProblem, currentAudioProblem, () => null);
}
