'use client';

import { useTranslations } from 'next-intl';
import { usePhoneCan } from '../softphone/use-callability';
import { useLater } from '../ui/use-later';

const loadWarning = () => import('../devices/muted-warning').then((module) => module.MutedWarning);
const loadDevices = () => import('../devices/call-devices').then((module) => module.CallDevices);

type CallSoundProps = {
  isMuted: boolean;
  isSpokenIn: boolean;
  isOnHold: boolean;
};

/** What the operator should know of their own sound, and which devices it goes through. */
export function CallSound({ isMuted, isSpokenIn, isOnHold }: CallSoundProps) {
  const t = useTranslations('phone');
  const can = usePhoneCan();
  const Warning = useLater(loadWarning, isMuted && isSpokenIn);
  const Devices = useLater(loadDevices, false);

  return (
    <>
      {isMuted ? (
        <p className="mt-2 text-muted text-xs">{t(isSpokenIn || isOnHold ? 'mutedHint' : 'setAsideHint')}</p>
      ) : (
        <p className="mt-2 text-muted text-xs max-lg:hidden">{t('hangUpHint')}</p>
      )}
      {/* Whoever speaks in another call does not mean to be heard in this one. */}
      {isMuted && isSpokenIn && Warning && <Warning />}
      {can.pause && Devices && <Devices />}
    </>
  );
}
