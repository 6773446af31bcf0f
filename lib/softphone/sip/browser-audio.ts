import type { CallAudio } from './call-audio.ts';

/** The sound of this computer's default devices. */
export function createBrowserAudio(): CallAudio {
  const tracks = new Map<string, MediaStreamTrack>();
  const players = new Map<string, HTMLAudioElement>();

  return {
    async openTrack(callId) {
      const known = tracks.get(callId);
      if (known?.readyState === 'live') return known;
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        const [track] = stream.getAudioTracks();
        if (!track) return null;
        tracks.set(callId, track);
        return track;
      } catch {
        return null;
      }
    },
    onTrack: () => () => undefined,
    play(callId, stream) {
      const player = players.get(callId) ?? new Audio();
      players.set(callId, player);
      player.autoplay = true;
      player.srcObject = stream;
    },
    release(callId) {
      tracks.get(callId)?.stop();
      tracks.delete(callId);
      const player = players.get(callId);
      if (player) player.srcObject = null;
      players.delete(callId);
    },
  };
}
