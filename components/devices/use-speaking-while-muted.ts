'use client';

import { useEffect, useState } from 'react';
import { microphoneLevel } from '@/lib/softphone/microphone';
import { nextSpeaking, silent } from '@/lib/softphone/speaking';

const LISTEN_MS = 100;
// A browser lets a hidden page listen more rarely: what is heard at one moment says little of the second before.
const MOMENT_MS = 200;

/** Whether somebody speaks whom nobody hears (S0.7a). Never where no microphone is open, as with a practice phone. */
export function useSpeakingWhileMuted(isMuted: boolean): boolean {
  const [isSpeaking, setIsSpeaking] = useState(false);

  useEffect(() => {
    if (!isMuted) return setIsSpeaking(false);

    let speaking = silent;
    let listenedAt = performance.now();
    const timer = setInterval(() => {
      const level = microphoneLevel();
      const elapsedMs = Math.min(performance.now() - listenedAt, MOMENT_MS);
      listenedAt = performance.now();
      speaking = level === null ? silent : nextSpeaking(speaking, level, elapsedMs);
      setIsSpeaking(speaking.isSpeaking);
    }, LISTEN_MS);
    return () => clearInterval(timer);
  }, [isMuted]);

  return isSpeaking;
}
