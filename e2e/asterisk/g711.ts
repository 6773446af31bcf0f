// A-law, as telephone networks carry it: a byte a sample, 8000 a second.

const SIGN = 0x80;
const EVEN_BITS = 0x55;

/** One sample of 16 bits as A-law. */
export function encodeALaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), 0x7fff) >> 3;
  const segment = magnitude < 32 ? 0 : Math.floor(Math.log2(magnitude)) - 4;
  const mantissa = (magnitude >> Math.max(1, segment)) & 0x0f;
  return ((segment << 4) | mantissa | (sample >= 0 ? SIGN : 0)) ^ EVEN_BITS;
}

/** The sample that a byte stands for. */
export function decodeALaw(byte: number): number {
  const bits = byte ^ EVEN_BITS;
  const segment = (bits & 0x70) >> 4;
  const base = ((bits & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? base : (base + 0x100) << (segment - 1);
  return bits & SIGN ? magnitude : -magnitude;
}
