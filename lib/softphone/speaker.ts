import { clearAudioProblem, reportAudioProblem } from './audio-problems.ts';
import { onAudioSettings, readAudioSettings } from './audio-settings.ts';
import { canChooseSpeaker, onDevicesChanged, sinkOf } from './device-list.ts';
import { onSoundAllowed } from './sound-permission.ts';

/**
 * Plays the other side of a call on the chosen speaker, and follows when another is chosen, unplugged or plugged in again.
 * Chrome lets a remote stream sound nowhere but in a media element.
 */
export function playRemote(stream: MediaStream): { stop(): void } {
  const audio = new Audio();
  let isStopped = false;
  let wasAway = false;
  audio.srcObject = stream;

  async function follow() {
    audio.volume = readAudioSettings().callVolume;
    if (!canChooseSpeaker()) return;

    const { sinkId, isAway } = await sinkOf('speaker');
    if (isStopped) return;
    if (audio.sinkId !== sinkId) await audio.setSinkId(sinkId).catch(() => audio.setSinkId(''));
    if (isAway && !wasAway) reportAudioProblem('speakerLost');
    if (!isAway) clearAudioProblem('speakerLost');
    wasAway = isAway;
  }

  async function play() {
    try {
      await audio.play();
      clearAudioProblem('soundBlocked');
    } catch (error) {
      // Stopped before it began is no refusal.
      if (!isStopped && error instanceof Error && error.name === 'NotAllowedError') reportAudioProblem('soundBlocked');
    }
  }

  const stops = [onAudioSettings(() => void follow()), onDevicesChanged(() => void follow()), onSoundAllowed(() => void play())];
  void follow();
  void play();

  return {
    stop() {
      isStopped = true;
      for (const stop of stops) stop();
      audio.pause();
      audio.srcObject = null;
      clearAudioProblem('soundBlocked', 'speakerLost');
    },
  };
}
