import { clearAudioProblem, reportAudioProblem } from './audio-problems.ts';
import { onAudioSettings, readAudioSettings } from './audio-settings.ts';
import { listDevices, onDevicesChanged } from './device-list.ts';
import { createMicrophoneHub, type MicrophoneHub, type MicrophoneShare, type NoMicrophone } from './microphone-hub.ts';
import { meterOf } from './sound-meter.ts';

export type Microphone = MicrophoneShare<MediaStreamTrack>;

let hub: MicrophoneHub<MediaStreamTrack> | null = null;

function theHub(): MicrophoneHub<MediaStreamTrack> {
  hub ??= createMicrophoneHub({
    getUserMedia: async (constraints) => {
      const [track] = (await navigator.mediaDevices.getUserMedia(constraints)).getAudioTracks();
      if (!track) throw new DOMException('No audio track', 'NotFoundError');
      return track;
    },
    hasDevices: () => Boolean(navigator.mediaDevices?.getUserMedia),
    listMicrophones: async () => (await listDevices()).microphones,
    settings: readAudioSettings,
    onChange(listener) {
      const stops = [onAudioSettings(listener), onDevicesChanged(listener)];
      return () => stops.forEach((stop) => void stop());
    },
    meterOf,
    report: reportAudioProblem,
    clear: () => clearAudioProblem('microphoneLost', 'noMicrophone', 'microphoneBusy', 'microphoneRefused', 'insecurePage'),
  });
  return hub;
}

/**
 * Opens the microphone of this browser, one for all calls; each call gets a track of its own to send, so that muting one
 * mutes no other. What happens to it later, such as a headset that is unplugged, shows in the dock by itself; why it does not
 * open is for the caller to tell.
 */
export function openMicrophone(): Promise<Microphone | NoMicrophone> {
  return theHub().open();
}

/** Says before the first call that nobody would hear its operator: the browser may not use a microphone, or there is none. */
export async function warnOfMicrophone(): Promise<void> {
  const permission = await navigator.permissions.query({ name: 'microphone' }).catch(() => null);
  if (permission?.state === 'denied') return reportAudioProblem('microphoneRefused');
  if (navigator.mediaDevices && (await listDevices()).microphones.length === 0) reportAudioProblem('noMicrophone');
}

/** How loud it is now, muted or not; null while no microphone is open. */
export function microphoneLevel(): number | null {
  return hub?.level() ?? null;
}
