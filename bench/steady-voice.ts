const SAMPLES_PER_SECOND = 48_000;
const PEAK = 12_000;
const [LOWEST_HZ, HIGHEST_HZ] = [300, 1_500];
const HEADER_BYTES = 44;
const BYTES = 2;

/**
 * A second of sound for the browser's made-up microphone, whose own beeps leave pauses that would be measured. It rises and
 * falls all the time: what stays as it is counts as noise, which browsers take out.
 */
export function steadyVoice(): Buffer {
  const wav = Buffer.alloc(HEADER_BYTES + SAMPLES_PER_SECOND * BYTES);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  wav.writeUInt32LE(SAMPLES_PER_SECOND * BYTES, 28);
  wav.writeUInt16LE(BYTES, 32);
  wav.writeUInt16LE(BYTES * 8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(SAMPLES_PER_SECOND * BYTES, 40);

  let angle = 0;
  for (let index = 0; index < SAMPLES_PER_SECOND; index += 1) {
    const share = 0.5 - 0.5 * Math.cos((2 * Math.PI * 4 * index) / SAMPLES_PER_SECOND);
    angle += (2 * Math.PI * (LOWEST_HZ + (HIGHEST_HZ - LOWEST_HZ) * share)) / SAMPLES_PER_SECOND;
    wav.writeInt16LE(Math.round(PEAK * Math.sin(angle)), HEADER_BYTES + index * BYTES);
  }
  return wav;
}
