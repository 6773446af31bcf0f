import { startsWith, viewOf } from './bytes.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import type { Picture } from './picture.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 'Exif\u0000\u0000';
/** What a decoder needs from application segments: density, colours, and how colours were turned into numbers. */
const NEEDED: [marker: number, signature: string][] = [
  [0xe0, 'JFIF\u0000'],
  [0xe2, 'ICC_PROFILE\u0000'],
  [0xee, 'Adobe'],
];

/**
 * A JPEG without what its application segments, comments and trailers tell: Exif, XMP, IPTC, the makers' own notes, previews,
 * and the film of a "live" photo behind its end. Null where its segments are broken.
 */
export function stripJpeg(file: Uint8Array): Picture | null {
  const view = viewOf(file);
  const parts: Uint8Array[] = [file.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let turn: number | null = null;
  let hasScan = false;
  let at = 2;

  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return null;
    // Any number of these may fill the space before a marker.
    if (file[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const marker = file[at + 1] ?? 0;
    if (marker === END) break;
    if (marker === 0 || marker === START) return null;

    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > file.length) return null;
    const body = file.subarray(at + 4, end);
    if (isFrame(marker)) size ??= sizeOf(body);
    if (marker === 0xe1 && startsWith(body, EXIF)) turn ??= readOrientation(body.subarray(EXIF.length));
    if (isNeeded(marker, body)) parts.push(file.subarray(at, end));

    at = end;
    if (marker === SCAN) {
      hasScan = true;
      at = endOfScan(file, end);
      parts.push(file.subarray(end, at));
    }
  }
  if (!size || !hasScan) return null;

  parts.push(Uint8Array.of(0xff, END));
  // The density comes first where there is one.
  const hasDensity = parts[1]?.[1] === 0xe0;
  if (turn) parts.splice(hasDensity ? 2 : 1, 0, orientationSegment(turn));
  return { mediaType: 'image/jpeg', ...size, parts };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sizeOf(body: Uint8Array): { width: number; height: number } | null {
  if (body.length < 6) return null;
  return { width: viewOf(body).getUint16(3), height: viewOf(body).getUint16(1) };
}

function isNeeded(marker: number, body: Uint8Array): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  const isComment = marker === 0xfe;
  if (!isApplication) return !isComment;
  return NEEDED.some(([needed, signature]) => marker === needed && startsWith(body, signature));
}

/** Where the next marker stands that is no part of the scan's own data. */
function endOfScan(file: Uint8Array, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    const isInside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) return at;
  }
  return file.length;
}

function orientationSegment(turn: number): Uint8Array {
  const tiff = writeOrientation(turn);
  const segment = new Uint8Array(4 + EXIF.length + tiff.length);
  segment.set([0xff, 0xe1]);
  viewOf(segment).setUint16(2, segment.length - 2);
  segment.set(Buffer.from(EXIF, 'latin1'), 4);
  segment.set(tiff, 4 + EXIF.length);
  return segment;
}
