import { crc32 } from 'node:zlib';
import { writeOrientation } from './exif-orientation.ts';

// Files built byte by byte, so that a test says what is in them.

export function text(letters: string): Uint8Array {
  return Buffer.from(letters, 'latin1');
}

export function join(...parts: (Uint8Array | number[] | string)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : Uint8Array.from(part))));
}

export function uint32(value: number, isLittleEndian = false): Uint8Array {
  const bytes = Buffer.alloc(4);
  if (isLittleEndian) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
}

function uint16(value: number): number[] {
  return [value >> 8, value & 0xff];
}

export function segment(marker: number, body: Uint8Array | string): Uint8Array {
  return join([0xff, marker, ...uint16(body.length + 2)], body);
}

/** Exif data with a place in it: the number 52.2297 stands for it in degrees, as letters that can be looked for. */
export function exifWithPlace(turn: number): Uint8Array {
  return join(writeOrientation(turn), 'GPSLatitude 52.2297 GPSLongitude 21.0122');
}

export const PLACE = '52.2297';

type JpegParts = {
  before?: Uint8Array[];
  scan?: Uint8Array;
  between?: Uint8Array;
  after?: Uint8Array;
  width?: number;
  height?: number;
};

/** A JPEG as a decoder reads it: tables, a frame, scans, an end. The pixels are whatever the scan holds. */
export function jpeg({
  before = [],
  scan = text('pixels'),
  between,
  after,
  width = 640,
  height = 480,
}: JpegParts = {}): Uint8Array {
  const frame = segment(0xc0, join([8], uint16(height), uint16(width), [1, 1, 0x11, 0]));
  const scanHeader = segment(0xda, join([1, 1, 0, 0, 63, 0]));
  const second = between ? [between, scanHeader, text('more pixels')] : [];
  return join(
    [0xff, 0xd8],
    ...before,
    segment(0xdb, 'quantisation'),
    frame,
    segment(0xc4, 'huffman'),
    scanHeader,
    scan,
    ...second,
    [0xff, 0xd9],
    after ?? [],
  );
}

export function pngChunk(type: string, body: Uint8Array | string = ''): Uint8Array {
  const named = join(type, body);
  return join(uint32(named.length - 4), named, uint32(crc32(named)));
}

/** A PNG with these chunks before its pixels. */
export function png({ before = [] as Uint8Array[], width = 64, height = 48, after = text('') } = {}): Uint8Array {
  return join(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', join(uint32(width), uint32(height), [8, 2, 0, 0, 0])),
    ...before,
    pngChunk('IDAT', 'pixels'),
    pngChunk('IEND'),
    after,
  );
}

export function webpChunk(type: string, body: Uint8Array | string): Uint8Array {
  return join(type, uint32(body.length, true), body, body.length % 2 ? [0] : []);
}

/** An extended WebP with these chunks behind its picture; `flags` says which of them a reader may expect. */
export function webp({ flags = 0, behind = [] as Uint8Array[], width = 64, height = 48, after = text('') } = {}): Uint8Array {
  const [right, down] = [uint32(width - 1, true).subarray(0, 3), uint32(height - 1, true).subarray(0, 3)];
  const chunks = join(
    webpChunk('VP8X', join([flags, 0, 0, 0], right, down)),
    webpChunk('VP8L', join([0x2f], 'pixels')),
    ...behind,
  );
  return join('RIFF', uint32(chunks.length + 4, true), 'WEBP', chunks, after);
}

/** A ZIP whose entries are empty but for the first, which holds `first`. */
export function zip(names: string[], first = ''): Uint8Array {
  const local = names.map((name, index) => {
    const content = index === 0 ? first : '';
    const sizes = join(uint32(content.length, true), uint32(content.length, true));
    return join('PK\u0003\u0004', new Uint8Array(14), sizes, [name.length, 0, 0, 0], name, content);
  });
  const directory = join(
    ...names.map((name) => join('PK\u0001\u0002', new Uint8Array(24), [name.length, 0], new Uint8Array(16), name)),
  );
  const start = local.reduce((sum, { length }) => sum + length, 0);
  const end = join('PK\u0005\u0006', new Uint8Array(8), uint32(directory.length, true), uint32(start, true), [0, 0]);
  return join(...local, directory, end);
}

/** A compound file with these streams in its directory. */
export function compound(streams: string[]): Uint8Array {
  const header = Buffer.alloc(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    return entry;
  });
  return join(header, new Uint8Array(512), ...entries);
}
