'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type DeviceRole, saveAudioSettings } from '@/lib/softphone/audio-settings';
import { type AudioDevice, choiceOf, findChosen, realDevices } from '@/lib/softphone/device-choice';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { useAudioSettings } from './use-audio-settings';

const SYSTEM = '';

/** Which device to use in a role; one that is chosen and away stays in the list, and stays chosen. */
export function DeviceSelect({ of: role, devices, hint }: { of: DeviceRole; devices: AudioDevice[]; hint?: ReactNode }) {
  const t = useTranslations('devices');
  const choice = choiceOf(role, useAudioSettings());
  const all = realDevices(devices);
  const chosen = findChosen(all, choice);
  const isAway = choice.id !== null && !chosen;
  const system = devices.find(({ id }) => id === 'default');

  function choose(id: string) {
    const device = all.find((each) => each.id === id);
    if (id !== SYSTEM && !device) return;
    saveAudioSettings({ [`${role}Id`]: device?.id ?? null, [`${role}Label`]: device?.label ?? '' });
  }

  return (
    <Field label={t(`role.${role}`)} hint={isAway ? t('awayHint') : hint}>
      {(control) => (
        <Select
          {...control}
          value={isAway ? (choice.id ?? SYSTEM) : (chosen?.id ?? SYSTEM)}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value={SYSTEM}>{system?.label ? t('systemNamed', { name: system.label }) : t('system')}</option>
          {all.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label || t('unnamed', { number: index + 1 })}
            </option>
          ))}
          {isAway && <option value={choice.id ?? SYSTEM}>{t('away', { name: choice.label || t(`role.${role}`) })}</option>}
        </Select>
      )}
    </Field>
  );
}
