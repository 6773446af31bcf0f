export const MAX_BODY_BYTES = 256 * 1024;

/** A post as the webhook needs it: a `Request` of the web, or a request of Node's own server. */
export type Post = { headers: { get(name: string): string | null }; body: AsyncIterable<Uint8Array> | null };

/** The body's bytes as they were signed; null as soon as it is larger than allowed, before the rest is read (R27). */
export async function readAtMost(post: Post, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(post.headers.get('content-length') ?? 0) > maxBytes) return null;
  if (!post.body) return new Uint8Array();

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of post.body) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
