import { startsWith, viewOf } from './bytes.ts';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;
const UPRIGHT = 1;
const TURNS = 8;

/** How a camera was held, out of Exif data as it stands in any format: 2 to 8; null where it was upright or does not say. */
export function readOrientation(tiff: Uint8Array): number | null {
  const isLittleEndian = startsWith(tiff, 'II\u002A\u0000');
  if (!isLittleEndian && !startsWith(tiff, 'MM\u0000\u002A')) return null;
  if (tiff.length < 8) return null;

  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittleEndian);
  if (directory + 2 > tiff.length) return null;

  const count = view.getUint16(directory, isLittleEndian);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return null;
    if (view.getUint16(entry, isLittleEndian) !== ORIENTATION_TAG) continue;

    const isShort = view.getUint16(entry + 2, isLittleEndian) === SHORT;
    const turn = view.getUint16(entry + 8, isLittleEndian);
    return isShort && turn > UPRIGHT && turn <= TURNS ? turn : null;
  }
  return null;
}

/** Exif data that says how the camera was held, and nothing else. */
export function writeOrientation(turn: number): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8],
    ...[0, 1],
    ...[0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, turn, 0, 0],
    ...[0, 0, 0, 0],
  );
}
