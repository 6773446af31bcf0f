'use client';

import { useEffect, useState } from 'react';
import { type Microphone, openMicrophone } from '@/lib/softphone/microphone';
import type { AudioProblem } from '@/lib/softphone/microphone-problem';

type Check =
  | { state: 'off' }
  | { state: 'opening' }
  | { state: 'on'; microphone: Microphone }
  | { state: 'failed'; problem: AudioProblem };

/**
 * Has the microphone open, the one that calls use too, as long as somebody wants it and the page is there.
 * `attempt`: 0 is off, another number tries anew. `opened`: names of devices are told now.
 */
export function useMicrophoneCheck(attempt: number, opened: () => void): Check {
  const [check, setCheck] = useState<Check>({ state: 'off' });

  useEffect(() => {
    if (attempt === 0) return;
    let isGone = false;
    let close = () => {};

    setCheck({ state: 'opening' });
    void openMicrophone().then((answer) => {
      if (!answer.ok) return isGone || setCheck({ state: 'failed', problem: answer.problem });
      if (isGone) return answer.close();

      close = answer.close;
      answer.onProblem((problem) => {
        if (problem !== 'microphoneLost') setCheck({ state: 'failed', problem });
      });
      answer.onTrack(() => setCheck({ state: 'on', microphone: answer }));
      setCheck({ state: 'on', microphone: answer });
      opened();
    });

    return () => {
      isGone = true;
      close();
      setCheck({ state: 'off' });
    };
  }, [attempt, opened]);

  return check;
}
