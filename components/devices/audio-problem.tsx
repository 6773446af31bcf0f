'use client';

import { MicOff, Settings2, VolumeOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { clearAudioProblem } from '@/lib/softphone/audio-problems';
import { TurnOnSound } from '../softphone/turn-on-sound';
import { IconButton } from '../ui/icon-button';
import { LinkButton } from '../ui/link-button';
import { DEVICES_PATH } from './devices-path';
import { useAudioProblem } from './use-audio-problem';
import { useProblemSentence } from './use-problem-sentence';

/** One sentence of what is wrong with the sound, and where to change it. Stays until it is over or closed. */
export function AudioProblem() {
  const t = useTranslations('devices');
  const notice = useAudioProblem();
  const say = useProblemSentence();
  const isOfSpeaker = notice?.fault === 'soundBlocked' || notice?.fault === 'speakerLost';
  const Icon = isOfSpeaker ? VolumeOff : MicOff;

  return (
    <div role="alert">
      {notice && (
        <div className="border-border border-b bg-ringing-soft px-4 py-3">
          <div className="flex items-start gap-2 text-ringing">
            <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <p className="wrap-anywhere min-w-0 flex-1">{say(notice)}</p>
            <IconButton
              name={t('closeProblem')}
              icon={<X aria-hidden="true" />}
              size="sm"
              className="-mt-1 -me-1.5"
              onClick={() => clearAudioProblem()}
            />
          </div>
          <div className="ms-6 mt-2">
            {notice.fault === 'soundBlocked' ? (
              <TurnOnSound />
            ) : (
              <LinkButton href={DEVICES_PATH} size="sm" icon={<Settings2 aria-hidden="true" />}>
                {t('title')}
              </LinkButton>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
