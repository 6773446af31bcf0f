/**
 * Cuts what comes in pieces of any size into chunks of one size, the last one shorter. At most one chunk and one piece are in
 * memory, however much comes. Throws `BodyTooLong` as soon as more came than allowed, whatever was announced.
 */
export async function* inChunks(
  body: AsyncIterable<Uint8Array>,
  chunkBytes: number,
  maxBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  let total = 0;

  for await (const piece of body) {
    total += piece.length;
    if (total > maxBytes) throw new BodyTooLong();

    for (let taken = 0; taken < piece.length; ) {
      const part = piece.subarray(taken, taken + chunkBytes - filled);
      chunk.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < chunkBytes) continue;

      yield chunk;
      chunk = new Uint8Array(chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

export class BodyTooLong extends Error {}
