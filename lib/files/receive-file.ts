import { type ActionResult, doneWith, type Refused, refused } from '../action-result.ts';
import type { Actor } from '../actor.ts';
import { type Attempt, abandon, appendChunk, readRange } from './chunk-store.ts';
import { nameOfKind } from './file-name.ts';
import { BodyTooLong, inChunks } from './in-chunks.ts';
import { CHUNK_BYTES, MAX_FILE_BYTES, MAX_FILE_MEBIBYTES } from './limits.ts';
import { type FileKind, mediaTypeOf } from './media-types.ts';
import type { FileOwner } from './schema.ts';
import { kindOfCompound, kindOfZip } from './sniff-container.ts';
import { type HeadKind, kindOfHead } from './sniff-head.ts';
import { textReader } from './text-reader.ts';
import { beginFile, completeFile } from './upload-store.ts';

export type Incoming = {
  fileId: string;
  name: string;
  owner: FileOwner;
  body: AsyncIterable<Uint8Array>;
  /** How long it was announced to be; null where nobody said. */
  announcedBytes: number | null;
};

export const fileTooLarge = () => refused('fileTooLarge', { megabytes: String(MAX_FILE_MEBIBYTES) });

/** Stores a file as it comes, a piece at a time. Where it is refused or breaks off, nothing of it is left. */
export async function receiveFile(incoming: Incoming, actor: Actor): Promise<ActionResult<{ fileId: string }>> {
  const { fileId, name, owner } = incoming;
  if ((incoming.announcedBytes ?? 0) > MAX_FILE_BYTES) return fileTooLarge();

  const begun = await beginFile(fileId, owner, actor);
  if (begun.kind === 'notFound') return refused('notFound');
  if (begun.kind === 'done') return doneWith({ fileId });
  const { attempt } = begun;

  try {
    const stored = await storePieces(incoming, attempt);
    if ('kind' in stored) {
      const file = { name: nameOfKind(name, stored.kind), mediaType: mediaTypeOf(stored.kind, name), bytes: stored.bytes };
      if (await completeFile(attempt, file, owner, actor)) return doneWith({ fileId });
    }
    await abandon(attempt);
    return 'kind' in stored ? refused('notFound') : stored;
  } catch (error) {
    // What cannot be taken back now is swept away later.
    await abandon(attempt).catch(() => undefined);
    if (error instanceof BodyTooLong) return fileTooLarge();
    throw error;
  }
}

async function storePieces(
  { body, announcedBytes }: Incoming,
  attempt: Attempt,
): Promise<{ kind: FileKind; bytes: number } | Refused> {
  const readsOn = textReader();
  let head: HeadKind | null = null;
  let bytes = 0;
  let position = 0;

  for await (const chunk of inChunks(body, CHUNK_BYTES, MAX_FILE_BYTES)) {
    if (position === 0) head = kindOfHead(chunk);
    // Told after the first piece: nobody sends fifty megabytes to hear that they are of no use.
    if (!head || (head === 'text' && !readsOn(chunk))) return refused('fileKindUnknown');
    if (!(await appendChunk(attempt, position, chunk))) return refused('notFound');
    position += 1;
    bytes += chunk.length;
  }
  if (!head) return refused('fileEmpty');
  if (announcedBytes !== null && announcedBytes !== bytes) return refused('fileCutShort');

  const kind = await kindInside(head, attempt.fileId, bytes);
  return kind ? { kind, bytes } : refused('fileKindUnknown');
}

/** Containers say what they are further in, or at their end. */
async function kindInside(head: HeadKind, fileId: string, bytes: number): Promise<FileKind | null> {
  const file = {
    bytes,
    read: (offset: number, length: number) => readRange(fileId, offset, Math.max(0, Math.min(length, bytes - offset))),
  };
  switch (head) {
    case 'zip':
      return kindOfZip(file);
    case 'cfb':
      return kindOfCompound(file);
    case 'webp':
    case 'gif':
    case 'heic':
      return null;
    default:
      return head;
  }
}
