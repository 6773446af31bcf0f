export type Ring = 'call' | 'second-call';

const FADE_SECONDS = 0.2;
const NOTE_SECONDS = 0.5;

// A call: two soft notes every 3 s. A second call while one is up: one quiet beep every 5 s.
const RINGS: Record<Ring, { notesHz: number[]; everyMs: number; volume: number }> = {
  call: { notesHz: [659.25, 523.25], everyMs: 3_000, volume: 0.16 },
  'second-call': { notesHz: [523.25], everyMs: 5_000, volume: 0.05 },
};

/** Plays until the returned function is called; that silences it at once. */
export function startRing(context: AudioContext, ring: Ring): () => void {
  const { notesHz, everyMs, volume } = RINGS[ring];
  const out = context.createGain();
  out.connect(context.destination);

  const play = () => {
    for (const [index, hertz] of notesHz.entries()) {
      playNote(context, out, hertz, context.currentTime + index * NOTE_SECONDS, volume);
    }
  };
  play();
  const timer = setInterval(play, everyMs);

  return () => {
    clearInterval(timer);
    out.disconnect();
  };
}

function playNote(context: AudioContext, out: AudioNode, hertz: number, at: number, volume: number) {
  const oscillator = context.createOscillator();
  const gain = context.createGain();

  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + FADE_SECONDS);
  gain.gain.linearRampToValueAtTime(0, at + NOTE_SECONDS + FADE_SECONDS);
  oscillator.connect(gain).connect(out);
  oscillator.start(at);
  oscillator.stop(at + NOTE_SECONDS + FADE_SECONDS);
}
