import { type ConnectTone, type Ring, ringBuffer, ringingToneBuffer, toneBuffer } from './ring-sound.ts';
import { openSoundOutput } from './sound-output.ts';

type Output = ReturnType<typeof openSoundOutput>;

const TEST_MS = 2_400;

// One each for the page's life: a browser counts how many are open, and a new one takes a moment to sound.
let ringer: Output | null = null;
let speaker: Output | null = null;

/** Rings on the ringer until the returned function is called. Silent while the page may make no sound. */
export function startRing(ring: Ring): () => void {
  ringer ??= openSoundOutput('ringer');
  return ringer.play(ringBuffer(ringer.context, ring), true);
}

export function playConnectTone(tone: ConnectTone): void {
  speaker ??= openSoundOutput('speaker');
  speaker.play(toneBuffer(speaker.context, tone));
}

/** Lets the caller hear that it rings at the other end, until the returned function is called. */
export function startRingingTone(): () => void {
  speaker ??= openSoundOutput('speaker');
  return speaker.play(ringingToneBuffer(speaker.context), true);
}

/** One round of the ring on either device. Answers when it is over. */
export async function playTestSound(role: 'ringer' | 'speaker'): Promise<void> {
  const output = openSoundOutput(role);
  await output.isReady;
  output.play(ringBuffer(output.context, 'call'));
  await new Promise((resolve) => setTimeout(resolve, TEST_MS));
  output.close();
}
