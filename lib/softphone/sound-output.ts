import { onAudioSettings, readAudioSettings } from './audio-settings.ts';
import { canChooseSpeaker, onDevicesChanged, sinkOf } from './device-list.ts';

// Not in TypeScript's own types yet, and not in every browser.
type ContextWithSink = AudioContext & { setSinkId?(sinkId: string): Promise<void> };
type Role = 'ringer' | 'speaker';

/**
 * Where our own sounds go: the chosen ringer or speaker at its volume, followed when another is chosen, unplugged or plugged in
 * again. A browser that moves no Web Audio plays it through an element that it does move, or else on the system's device.
 */
export function openSoundOutput(role: Role) {
  const context: ContextWithSink = new AudioContext();
  const volume = context.createGain();
  const moved = canMoveContext(context) || !canChooseSpeaker() ? null : new Audio();
  if (moved) {
    const streamed = context.createMediaStreamDestination();
    volume.connect(streamed);
    moved.srcObject = streamed.stream;
    void moved.play().catch(() => undefined);
  } else {
    volume.connect(context.destination);
  }

  async function follow() {
    volume.gain.value = volumeOf(role);
    const { sinkId } = await sinkOf(role);
    await move(sinkId).catch(() => move('').catch(() => undefined));
  }

  async function move(sinkId: string): Promise<void> {
    if (context.state === 'closed') return;
    if (moved) return moved.sinkId === sinkId ? undefined : moved.setSinkId(sinkId);
    await context.setSinkId?.(sinkId);
  }

  const stops = [onAudioSettings(() => void follow()), onDevicesChanged(() => void follow())];
  const isReady = follow();

  return {
    context,
    /** Plays until it ends, or until the returned function is called; that silences it at once. */
    play(buffer: AudioBuffer, isRepeated = false): () => void {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.loop = isRepeated;
      source.connect(volume);
      void context.resume();
      source.start();
      return () => {
        source.stop();
        source.disconnect();
      };
    },
    /** The chosen device is in use. */
    isReady,
    close() {
      for (const stop of stops) stop();
      moved?.pause();
      void context.close();
    },
  };
}

function canMoveContext(context: ContextWithSink): boolean {
  return typeof context.setSinkId === 'function';
}

function volumeOf(role: Role): number {
  const { callVolume, ringVolume } = readAudioSettings();
  return role === 'ringer' ? ringVolume : callVolume;
}
