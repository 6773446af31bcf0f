import { startsWith } from '../files/bytes.ts';
import type { Encoding } from './encoding-names.ts';

/** What a file is written in: what its mark says, UTF-8 where all of it reads as that, else what Polish spreadsheets save. */
export function guessEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1250';
}

/** Reads a file piece by piece and says at the end whether all of it is UTF-8. */
export function createUtf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;

  const read = (bytes: Uint8Array, stream: boolean) => {
    try {
      if (isUtf8) decoder.decode(bytes, { stream });
    } catch {
      isUtf8 = false;
    }
  };
  return {
    push: (bytes: Uint8Array) => read(bytes, true),
    end: () => {
      read(new Uint8Array(), false);
      return isUtf8;
    },
  };
}

/** Text out of bytes that come in pieces; a letter that stands across two of them is whole. A byte order mark is none of it. */
export async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

const REPLACEMENT = '\uFFFD';
const NOT_ASCII = /[\u0080-\uFFFF]/;
let bytesOfLetters: Map<string, number> | undefined;

/**
 * Whether a text was read in an encoding that it is not written in: letters that could not be read, or `Ĺ‚` where `ł` was meant, told by
 * its bytes in Windows-1250 being UTF-8.
 */
export function isGarbled(text: string): boolean {
  if (text.includes(REPLACEMENT)) return true;
  if (!NOT_ASCII.test(text)) return false;

  bytesOfLetters ??= lettersOf('windows-1250');
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = bytesOfLetters.get(letter);
    if (byte === undefined) return false;
    bytes.push(byte);
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

function lettersOf(encoding: Encoding): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}
