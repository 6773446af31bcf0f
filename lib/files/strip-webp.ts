import { latin1, startsWith, viewOf } from './bytes.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import type { Picture } from './picture.ts';

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** A WebP without its Exif, XMP and unknown chunks, and without what stands behind its end. Null where its chunks are broken. */
export function stripWebp(file: Uint8Array): Picture | null {
  const view = viewOf(file);
  if (file.length < HEADER_BYTES) return null;
  const riffEnd = CHUNK_HEADER_BYTES + view.getUint32(4, true);
  if (riffEnd > file.length) return null;

  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let turn: number | null = null;
  let extended: Uint8Array | null = null;
  let hasPixels = false;

  for (let at = HEADER_BYTES; at + CHUNK_HEADER_BYTES <= riffEnd; ) {
    const type = latin1(file.subarray(at, at + 4));
    const bodyEnd = at + CHUNK_HEADER_BYTES + view.getUint32(at + 4, true);
    if (bodyEnd > riffEnd) return null;
    // Chunks are filled up to an even length.
    const end = Math.min(riffEnd, bodyEnd + (bodyEnd % 2));
    const body = file.subarray(at + CHUNK_HEADER_BYTES, bodyEnd);

    size ??= sizeOf(type, body);
    if (['VP8 ', 'VP8L', 'ANMF'].includes(type)) hasPixels = true;
    if (type === 'EXIF') turn ??= readOrientation(startsWith(body, 'Exif\u0000\u0000') ? body.subarray(6) : body);
    if (NEEDED.has(type)) {
      const chunk = type === 'VP8X' ? file.slice(at, end) : file.subarray(at, end);
      if (type === 'VP8X') extended = chunk;
      kept.push(chunk);
    }
    at = end;
  }
  if (!size || !hasPixels) return null;

  if (extended) {
    const flags = extended[CHUNK_HEADER_BYTES] ?? 0;
    extended[CHUNK_HEADER_BYTES] = (flags & ~(EXIF_FLAG | XMP_FLAG)) | (turn ? EXIF_FLAG : 0);
    if (turn) kept.push(orientationChunk(turn));
  }
  return { mediaType: 'image/webp', ...size, parts: [riffHeader(kept), ...kept] };
}

/** The canvas of the extended format, else the size of the one picture inside, lossy or lossless. */
function sizeOf(type: string, body: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(body);
  // Three bytes each, one less than it is.
  if (type === 'VP8X' && body.length >= 10)
    return { width: 1 + (view.getUint32(3, true) >>> 8), height: 1 + (view.getUint32(6, true) >>> 8) };
  if (type === 'VP8 ' && body.length >= 10)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (type === 'VP8L' && body.length >= 5) {
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return null;
}

function riffHeader(chunks: Uint8Array[]): Uint8Array {
  const header = Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP', 'latin1');
  header.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return header;
}

function orientationChunk(turn: number): Uint8Array {
  const tiff = writeOrientation(turn);
  const chunk = Buffer.alloc(CHUNK_HEADER_BYTES + tiff.length);
  chunk.write('EXIF', 'latin1');
  chunk.writeUInt32LE(tiff.length, 4);
  chunk.set(tiff, CHUNK_HEADER_BYTES);
  return chunk;
}
