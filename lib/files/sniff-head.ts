import { startsWith } from './bytes.ts';
import { readsAsText } from './text-reader.ts';

/** What the first bytes say. `zip` and `cfb` are containers: an office document needs a look further in (`sniff-container.ts`). */
export type HeadKind = 'mp3' | 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'pdf' | 'zip' | 'rar' | 'cfb' | 'text';

const SIGNATURES: [HeadKind, (head: Uint8Array) => boolean][] = [
  ['jpeg', (head) => startsWith(head, [0xff, 0xd8, 0xff])],
  ['png', (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['webp', (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)],
  ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
  [
    'heic',
    (head) => startsWith(head, 'ftyp', 4) && ['heic', 'heix', 'hevc', 'mif1', 'msf1'].some((brand) => startsWith(head, brand, 8)),
  ],
  ['pdf', (head) => startsWith(head, '%PDF-') || startsWith(head, [0xef, 0xbb, 0xbf, 0x25, 0x50, 0x44, 0x46, 0x2d])],
  ['zip', (head) => startsWith(head, 'PK\u0003\u0004') || startsWith(head, 'PK\u0005\u0006')],
  ['rar', (head) => startsWith(head, 'Rar!\u001A\u0007\u0000') || startsWith(head, 'Rar!\u001A\u0007\u0001\u0000')],
  ['cfb', (head) => startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['mp3', isMp3],
  ['text', readsAsText],
];

/** Told by what is inside alone; null for what is none of these. An empty one is nothing. */
export function kindOfHead(head: Uint8Array): HeadKind | null {
  if (head.length === 0) return null;
  return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? null;
}

/** A tag, or the header of a frame of layer III with a bit rate and a sampling rate that exist. */
function isMp3(head: Uint8Array): boolean {
  if (startsWith(head, 'ID3')) return true;
  const [first = 0, second = 0, third = 0] = head;
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0;
  const [version, layer] = [(second >> 3) & 0b11, (second >> 1) & 0b11];
  const [bitRate, samplingRate] = [third >> 4, (third >> 2) & 0b11];
  return isFrame && version !== 0b01 && layer === 0b01 && bitRate !== 0 && bitRate !== 15 && samplingRate !== 3;
}
