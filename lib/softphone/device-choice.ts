import type { AudioSettings, DeviceRole } from './audio-settings.ts';

export type AudioDevice = {
  id: string;
  /** Empty until the microphone is allowed. */
  label: string;
  groupId: string;
};

type Choice = { id: string | null; label: string };

// Chrome lists the system's choices as devices of their own.
const SYSTEM_CHOICES = ['default', 'communications', ''];

export function choiceOf(role: DeviceRole, settings: AudioSettings): Choice {
  return { id: settings[`${role}Id`], label: settings[`${role}Label`] };
}

/**
 * The chosen device among those plugged in, by its id, else by its name. Null: the system's own choice, also while the chosen
 * one is away; it is found again when it comes back.
 */
export function findChosen(devices: readonly AudioDevice[], { id, label }: Choice): AudioDevice | null {
  if (id === null) return null;
  return devices.find((each) => each.id === id) ?? (label ? devices.find((each) => each.label === label) : undefined) ?? null;
}

/** Those that can be chosen one by one. */
export function realDevices(devices: readonly AudioDevice[]): AudioDevice[] {
  return devices.filter((each) => !SYSTEM_CHOICES.includes(each.id));
}

/**
 * Changes when another device would be used than before: another one was chosen, the chosen one went or came back, or the
 * system changed its mind, as it does when a headset is plugged in.
 */
export function deviceKey(devices: readonly AudioDevice[], choice: Choice): string {
  const device = findChosen(devices, choice) ?? devices.find((each) => each.id === 'default');
  return device ? `${device.id} ${device.groupId}` : '';
}
