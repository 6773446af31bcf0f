import { reportAudioProblem } from '../audio-problems.ts';
import { type Microphone, openMicrophone } from '../microphone.ts';
import { playRemote } from '../speaker.ts';
import type { CallAudio } from './call-audio.ts';

/** The sound of this computer's chosen devices. A microphone that does not open is told in the dock. */
export function createBrowserAudio(): CallAudio {
  const microphones = new Map<string, Promise<Microphone | null>>();
  const players = new Map<string, ReturnType<typeof playRemote>>();
  const listeners = new Set<(callId: string, track: MediaStreamTrack) => void>();

  async function open(callId: string): Promise<Microphone | null> {
    const opened = await openMicrophone();
    if (!opened.ok) {
      reportAudioProblem(opened.problem);
      microphones.delete(callId);
      return null;
    }
    opened.onTrack((track) => {
      for (const listener of listeners) listener(callId, track);
    });
    return opened;
  }

  return {
    async openTrack(callId) {
      const known = microphones.get(callId) ?? open(callId);
      microphones.set(callId, known);
      const microphone = await known;
      if (!microphone) microphones.delete(callId);
      return microphone?.track ?? null;
    },

    onTrack(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    // A description made anew, after ICE began again, brings the same stream: it goes on playing.
    play(callId, stream) {
      if (!players.has(callId)) players.set(callId, playRemote(stream));
    },

    release(callId) {
      void microphones.get(callId)?.then((microphone) => microphone?.close());
      microphones.delete(callId);
      players.get(callId)?.stop();
      players.delete(callId);
    },
  };
}
