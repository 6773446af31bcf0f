import { startsWith } from './bytes.ts';

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const SPACE = 0x20;
const DELETE = 0x7f;

/**
 * Reads a file chunk by chunk and says whether it is still text, in UTF-8 or any older single-byte encoding: without control
 * characters, which every other format has soon. UTF-16 is text where it says so, as Excel's "Unicode text" does.
 */
export function textReader() {
  let isWide: boolean | null = null;
  let isLittleEndian = true;

  return function readsOn(chunk: Uint8Array): boolean {
    if (isWide === null) {
      isLittleEndian = startsWith(chunk, [0xff, 0xfe]);
      isWide = isLittleEndian || startsWith(chunk, [0xfe, 0xff]);
    }
    return isWide ? isWideText(chunk, isLittleEndian) : chunk.every(isTextByte);
  };
}

export function readsAsText(head: Uint8Array): boolean {
  return textReader()(head);
}

function isTextByte(byte: number): boolean {
  if (byte < SPACE) return (byte >= TAB && byte <= CARRIAGE_RETURN) || byte === ESCAPE;
  return byte !== DELETE;
}

/** Chunks have an even length, so no letter stands across two of them. */
function isWideText(chunk: Uint8Array, isLittleEndian: boolean): boolean {
  for (let index = 0; index + 1 < chunk.length; index += 2) {
    const [first = 0, second = 0] = [chunk[index], chunk[index + 1]];
    const unit = isLittleEndian ? (second << 8) | first : (first << 8) | second;
    if (unit <= DELETE && !isTextByte(unit)) return false;
  }
  return true;
}
