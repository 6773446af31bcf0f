import { crc32 } from 'node:zlib';
import { latin1, viewOf } from './bytes.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import type { Picture } from './picture.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;
/** What a decoder needs: the picture, its colours, its transparency, its frames. */
const NEEDED = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** A PNG without its texts, times, Exif and XMP, and without what stands behind its end. Null where its chunks are broken. */
export function stripPng(file: Uint8Array): Picture | null {
  const view = viewOf(file);
  const parts: Uint8Array[] = [file.subarray(0, SIGNATURE_BYTES)];
  let size: { width: number; height: number } | null = null;
  let hasPixels = false;
  let turn: number | null = null;
  let at = SIGNATURE_BYTES;

  while (at + FRAME_BYTES <= file.length) {
    const end = at + FRAME_BYTES + view.getUint32(at);
    if (end > file.length) return null;
    const type = latin1(file.subarray(at + 4, at + 8));
    const body = file.subarray(at + 8, end - 4);

    if (!size) {
      if (type !== 'IHDR' || body.length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === 'IDAT') hasPixels = true;
    if (type === 'eXIf') turn ??= readOrientation(body);
    if (NEEDED.has(type)) parts.push(file.subarray(at, end));
    at = end;

    if (type !== 'IEND') continue;
    if (!hasPixels) return null;
    if (turn) parts.splice(2, 0, chunk('eXIf', writeOrientation(turn)));
    return { mediaType: 'image/png', ...size, parts };
  }
  return null;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME_BYTES + body.length);
  const view = viewOf(bytes);
  view.setUint32(0, body.length);
  bytes.set(Buffer.from(type, 'latin1'), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)));
  return bytes;
}
