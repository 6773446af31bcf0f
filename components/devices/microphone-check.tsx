'use client';

import { CircleAlert, Mic } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { AudioProblem } from '@/lib/softphone/microphone-problem';
import { Button } from '../ui/button';
import { LevelMeter } from './level-meter';
import { useMicrophoneCheck } from './use-microphone-check';
import { useMicrophoneRefused } from './use-microphone-refused';
import { useProblemSentence } from './use-problem-sentence';

/** Asks for the microphone where it is not allowed yet, and shows that it hears; on only while it is being looked at. */
export function MicrophoneCheck({ isAllowed, onOpened }: { isAllowed: boolean; onOpened: () => void }) {
  const t = useTranslations('devices');
  const [attempt, setAttempt] = useState(0);
  const check = useMicrophoneCheck(attempt, onOpened);
  const isRefused = useMicrophoneRefused();
  const problem: AudioProblem | null =
    check.state === 'failed' ? check.problem : isRefused && check.state === 'off' ? 'microphoneRefused' : null;

  const isOn = check.state === 'on' || check.state === 'opening';

  // Nobody looks at it, and the browser says that it listens.
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && setAttempt(0);
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, []);

  return (
    <div className="flex flex-col gap-2">
      {!isAllowed && <p className="text-muted">{t('allowHint')}</p>}
      {problem && <Problem problem={problem} />}
      {check.state === 'on' && <LevelMeter level={check.microphone.level} />}
      <div>
        <Button
          icon={<Mic aria-hidden="true" />}
          aria-pressed={isAllowed ? isOn : undefined}
          isPending={check.state === 'opening'}
          onClick={() => setAttempt(isOn ? 0 : attempt + 1)}
        >
          {isAllowed ? t('check') : t('allow')}
        </Button>
      </div>
    </div>
  );
}

function Problem({ problem }: { problem: AudioProblem }) {
  const say = useProblemSentence();

  return (
    <p role="alert" className="flex items-start gap-1.5 text-missed">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {say({ fault: problem, device: '' })}
    </p>
  );
}
