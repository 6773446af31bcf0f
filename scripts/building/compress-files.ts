import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { COMPRESSED_TYPES, ENCODINGS } from '../../server/build-files.ts';

const COMPRESS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
} satisfies Record<(typeof ENCODINGS)[number]['name'], (bytes: Buffer) => Promise<Buffer>>;

/** Writes the compressed copies that the server sends (server/build-door.ts) beside the files under `folder`. */
export async function compressFiles(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) in COMPRESSED_TYPES);
  await Promise.all(
    files.flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      return ENCODINGS.map(async ({ name: encoding, ending }) =>
        writeWhole(join(folder, name + ending), await COMPRESS[encoding](bytes)),
      );
    }),
  );
}

/** A server that runs on the build before may send it meanwhile: it is there whole, or not yet. */
function writeWhole(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.tmp`, bytes);
  renameSync(`${path}.tmp`, path);
}
