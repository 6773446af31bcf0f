'use client';

import { useTranslations } from 'next-intl';
import { FormSection } from '../ui/form-section';
import { useLater } from '../ui/use-later';
import { DEVICES_ID } from './devices-path';

const loadSettings = () => import('./device-settings').then((module) => module.DeviceSettings);
const loadDesktopCalls = () => import('./desktop-calls').then((module) => module.DesktopCalls);

/** Microphone, speaker and ringer of this computer, and whether calls show on its desktop. Only the browser knows of them. */
export function AudioDevices() {
  const t = useTranslations('devices');
  const notices = useTranslations('notification');
  const Settings = useLater(loadSettings, true);
  const DesktopCalls = useLater(loadDesktopCalls, true);

  return (
    <>
      <FormSection id={DEVICES_ID} title={t('title')} hint={t('hint')} className="min-h-150">
        {Settings && <Settings />}
      </FormSection>
      <FormSection id="notifications" title={notices('title')} hint={notices('titleHint')} className="min-h-24">
        {DesktopCalls && <DesktopCalls />}
      </FormSection>
    </>
  );
}
