import { type DeviceRole, readAudioSettings } from './audio-settings.ts';
import { type AudioDevice, choiceOf, findChosen } from './device-choice.ts';

export type AudioDevices = { microphones: AudioDevice[]; speakers: AudioDevice[] };

export const noDevices: AudioDevices = { microphones: [], speakers: [] };

/** What is plugged in now. Names stay empty until the microphone is allowed. */
export async function listDevices(): Promise<AudioDevices> {
  if (!navigator.mediaDevices) return noDevices;

  const all = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind) =>
    all
      .filter((each) => each.kind === kind)
      .map((each): AudioDevice => ({ id: each.deviceId, label: each.label, groupId: each.groupId }));
  return { microphones: ofKind('audioinput'), speakers: ofKind('audiooutput') };
}

export function onDevicesChanged(listener: () => void): () => void {
  navigator.mediaDevices?.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
}

/** Firefox and Safari learned late to play on another device than the system's. */
export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

/** Where to play now: the id that `setSinkId` takes, and whether the chosen device is away. */
export async function sinkOf(role: Exclude<DeviceRole, 'microphone'>): Promise<{ sinkId: string; isAway: boolean }> {
  const choice = choiceOf(role, readAudioSettings());
  if (choice.id === null) return { sinkId: '', isAway: false };

  const device = findChosen((await listDevices()).speakers, choice);
  return { sinkId: device?.id ?? '', isAway: device === null };
}
