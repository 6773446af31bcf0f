import { type ActionResult, doneWith, refused } from '../action-result.ts';
import type { Actor } from '../actor.ts';
import { type Post, readAtMost } from '../intake/read-body.ts';
import { abandon, appendChunk } from './chunk-store.ts';
import { inChunks } from './in-chunks.ts';
import { CHUNK_BYTES, MAX_PHOTO_BYTES, MAX_PHOTO_MEBIBYTES, MAX_PHOTO_MEGAPIXELS } from './limits.ts';
import { showPhoto } from './photo-store.ts';
import { stripLocation } from './strip-location.ts';
import { beginFile } from './upload-store.ts';

export type IncomingPhoto = { fileId: string; name: string; customerId: string; post: Post };

/**
 * Stores a customer's photo without the place where it was taken, and shows it instead of the one before. It is small enough to
 * be held in memory, where its parts are looked at.
 */
export async function receivePhoto(
  { fileId, name, customerId, post }: IncomingPhoto,
  actor: Actor,
): Promise<ActionResult<{ fileId: string }>> {
  const file = await readAtMost(post, MAX_PHOTO_BYTES);
  if (!file) return refused('fileTooLarge', { megabytes: String(MAX_PHOTO_MEBIBYTES) });
  if (file.length === 0) return refused('fileEmpty');
  const announced = post.headers.get('content-length');
  if (announced !== null && Number(announced) !== file.length) return refused('fileCutShort');

  const photo = stripLocation(file);
  if (photo.kind === 'noPicture') return refused('noPicture', { found: photo.found });
  if (photo.kind === 'tooManyPixels') {
    const { width, height } = photo;
    return refused('tooManyPixels', {
      width: String(width),
      height: String(height),
      megapixels: String(MAX_PHOTO_MEGAPIXELS),
    });
  }

  const begun = await beginFile(fileId, { customerId, noteId: null, callId: null }, actor);
  if (begun.kind === 'done') return doneWith({ fileId });
  if (begun.kind === 'notFound') return refused('notFound');
  const { attempt } = begun;

  try {
    const bytes = await appendAll(photo.parts);
    if (bytes !== null && (await showPhoto(attempt, { name, mediaType: photo.mediaType, bytes }, customerId, actor)))
      return doneWith({ fileId });
    await abandon(attempt);
    return refused('notFound');
  } catch (error) {
    await abandon(attempt).catch(() => undefined);
    throw error;
  }

  async function appendAll(parts: Uint8Array[]): Promise<number | null> {
    let [position, bytes] = [0, 0];
    for await (const chunk of inChunks(each(parts), CHUNK_BYTES, MAX_PHOTO_BYTES * 2)) {
      if (!(await appendChunk(attempt, position, chunk))) return null;
      position += 1;
      bytes += chunk.length;
    }
    return bytes;
  }
}

async function* each(parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
