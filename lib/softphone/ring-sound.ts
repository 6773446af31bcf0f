export type Ring = 'call' | 'second-call';
/** What is heard as a call connects: two rising notes for a customer who was to be called back, one short note else. */
export type ConnectTone = 'callback' | 'other';

type Note = { hertz: number; atSeconds: number; seconds: number; volume: number };

const FADE_SECONDS = 0.2;
const SHORT_FADE_SECONDS = 0.04;

// A call: two soft notes every 3 s. A second call while one is up: one quiet beep every 5 s.
const RINGS: Record<Ring, { notes: Note[]; everySeconds: number }> = {
  call: {
    notes: [
      { hertz: 659.25, atSeconds: 0, seconds: 0.7, volume: 0.2 },
      { hertz: 523.25, atSeconds: 0.5, seconds: 0.7, volume: 0.2 },
    ],
    everySeconds: 3,
  },
  'second-call': { notes: [{ hertz: 523.25, atSeconds: 0, seconds: 0.7, volume: 0.06 }], everySeconds: 5 },
};

const TONES: Record<ConnectTone, Note[]> = {
  callback: [
    { hertz: 587.33, atSeconds: 0, seconds: 0.16, volume: 0.12 },
    { hertz: 880, atSeconds: 0.14, seconds: 0.2, volume: 0.12 },
  ],
  other: [{ hertz: 587.33, atSeconds: 0, seconds: 0.16, volume: 0.12 }],
};

// What is heard of a telephone that rings at the other end (ITU-T E.180, as most of Europe has it): a second of 425 Hz in five.
const RINGING_TONE: Note[] = [{ hertz: 425, atSeconds: 0, seconds: 1, volume: 0.08 }];

export function ringingToneBuffer(context: BaseAudioContext): AudioBuffer {
  return toBuffer(context, RINGING_TONE, 5, SHORT_FADE_SECONDS);
}

/**
 * One round of a ring, silence included. It is repeated by the sound card's clock: a browser lets the timers of a hidden page
 * sleep for a minute (R22).
 */
export function ringBuffer(context: BaseAudioContext, ring: Ring): AudioBuffer {
  const { notes, everySeconds } = RINGS[ring];
  return toBuffer(context, notes, everySeconds, FADE_SECONDS);
}

export function toneBuffer(context: BaseAudioContext, tone: ConnectTone): AudioBuffer {
  return toBuffer(context, TONES[tone], 0.5, SHORT_FADE_SECONDS);
}

function toBuffer(context: BaseAudioContext, notes: Note[], seconds: number, fadeSeconds: number): AudioBuffer {
  const buffer = context.createBuffer(1, Math.round(seconds * context.sampleRate), context.sampleRate);
  const samples = buffer.getChannelData(0);

  for (const note of notes) {
    const start = Math.round(note.atSeconds * context.sampleRate);
    const count = Math.round(note.seconds * context.sampleRate);
    for (let index = 0; index < count && start + index < samples.length; index += 1) {
      const at = index / context.sampleRate;
      const fade = Math.min(at / fadeSeconds, (note.seconds - at) / fadeSeconds, 1);
      samples[start + index] = (samples[start + index] ?? 0) + note.volume * fade * Math.sin(2 * Math.PI * note.hertz * at);
    }
  }
  return buffer;
}
