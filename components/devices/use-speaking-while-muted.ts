'use client';

import { useEffect, useState } from 'react';
import { microphoneLevel } from '@/lib/softphone/microphone';
import { nextSpeaking, silent } from '@/lib/softphone/speaking';

const LISTEN_MS = 100;

/** Whether somebody speaks whom nobody hears (S0.7a). Never where no microphone is open, as with a practice phone. */
export function useSpeakingWhileMuted(isMuted: boolean): boolean {
  const [isSpeaking, setIsSpeaking] = useState(false);

  useEffect(() => {
    if (!isMuted) return setIsSpeaking(false);

    let speaking = silent;
    const timer = setInterval(() => {
      const level = microphoneLevel();
      speaking = level === null ? silent : nextSpeaking(speaking, level, LISTEN_MS);
      setIsSpeaking(speaking.isSpeaking);
    }, LISTEN_MS);
    return () => clearInterval(timer);
  }, [isMuted]);

  return isSpeaking;
}
