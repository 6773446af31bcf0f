'use client';

import { useTranslations } from 'next-intl';
import { useLater } from '../ui/use-later';

const loadWarning = () => import('../devices/muted-warning').then((module) => module.MutedWarning);
const loadDevices = () => import('../devices/call-devices').then((module) => module.CallDevices);

/** What the operator should know of their own sound, and which devices it goes through. */
export function CallSound({ isMuted, isSpokenIn }: { isMuted: boolean; isSpokenIn: boolean }) {
  const t = useTranslations('phone');
  const Warning = useLater(loadWarning, isMuted && isSpokenIn);
  const Devices = useLater(loadDevices, false);

  return (
    <>
      {isMuted ? (
        <p className="mt-2 text-muted text-xs">{t('mutedHint')}</p>
      ) : (
        <p className="mt-2 text-muted text-xs max-lg:hidden">{t('hangUpHint')}</p>
      )}
      {/* Whoever speaks in another call does not mean to be heard in this one. */}
      {isMuted && isSpokenIn && Warning && <Warning />}
      {Devices && <Devices />}
    </>
  );
}
