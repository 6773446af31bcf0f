import { type ActionResult, doneWith, refused } from '../action-result.ts';
import type { Actor } from '../actor.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { now } from '../clock.ts';
import { createUtf8Check } from '../csv/encoding.ts';
import { db } from '../db/client.ts';
import { abandon, appendChunk } from '../files/chunk-store.ts';
import { cleanFileName } from '../files/file-name.ts';
import { BodyTooLong, inChunks } from '../files/in-chunks.ts';
import { CHUNK_BYTES } from '../files/limits.ts';
import { requestBytes } from '../files/request-bytes.ts';
import { kindOfHead } from '../files/sniff-head.ts';
import { textReader } from '../files/text-reader.ts';
import { beginFile, markWhole } from '../files/upload-store.ts';
import { storeUploaded } from './import-store.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES, MAX_IMPORT_MEBIBYTES } from './limits.ts';
import { ImportId } from './settings.ts';

const NEW_LINE = 0x0a;
const OWNERLESS = { customerId: null, noteId: null, callId: null };

type Uploaded = ActionResult<{ importId: string }>;

/** Stores a file of customers as it comes, a piece at a time; where it is refused or breaks off, nothing of it is left. */
export async function uploadImport(user: SignedInUser, rawId: string, request: Request): Promise<Uploaded> {
  const importId = ImportId.safeParse(rawId);
  if (!importId.success) return refused('invalid', importId.error);
  if (!may(user, 'customer:import')) return refused('notAllowed');

  const name = cleanFileName(new URL(request.url).searchParams.get('name')?.slice(0, 4_096) ?? '');
  const announced = request.headers.get('content-length');
  const file = {
    importId: importId.data,
    name,
    body: requestBytes(request),
    announcedBytes: announced === null ? null : Number(announced),
  };
  return receiveImport(file, { userId: user.id, at: now() });
}

export type IncomingImport = { importId: string; name: string; body: AsyncIterable<Uint8Array>; announcedBytes: number | null };

export async function receiveImport({ importId, name, body, announcedBytes }: IncomingImport, actor: Actor): Promise<Uploaded> {
  if ((announcedBytes ?? 0) > MAX_IMPORT_BYTES) return tooLarge();

  // One id for both: an upload that is repeated is the same import.
  const begun = await beginFile(importId, OWNERLESS, actor);
  if (begun.kind === 'notFound') return refused('notFound');
  if (begun.kind === 'done') return doneWith({ importId });
  const { attempt } = begun;

  try {
    const stored = await storePieces(body, (position, chunk) => appendChunk(attempt, position, chunk));
    if (stored.ok && announcedBytes !== null && announcedBytes !== stored.data.bytes) {
      await abandon(attempt);
      return refused('fileCutShort');
    }
    if (!stored.ok) {
      await abandon(attempt);
      return stored;
    }
    const { bytes, ...facts } = stored.data;
    const isWhole = await db.$transaction(async (tx) => {
      if (!(await markWhole(tx, attempt, { name, mediaType: 'text/csv', bytes }, actor.at))) return false;
      await storeUploaded(tx, { importId, fileId: importId, fileName: name, ...facts }, actor);
      return true;
    });
    return isWhole ? doneWith({ importId }) : refused('notFound');
  } catch (error) {
    await abandon(attempt).catch(() => undefined);
    if (error instanceof BodyTooLong) return tooLarge();
    throw error;
  }
}

type Facts = { bytes: number; totalLines: number; isUtf8: boolean };

async function storePieces(
  body: AsyncIterable<Uint8Array>,
  append: (position: number, chunk: Uint8Array) => Promise<boolean>,
): Promise<ActionResult<Facts>> {
  const readsOn = textReader();
  const utf8 = createUtf8Check();
  let [position, bytes, totalLines] = [0, 0, 0];
  let end: Uint8Array = Uint8Array.of(NEW_LINE);

  for await (const chunk of inChunks(body, CHUNK_BYTES, MAX_IMPORT_BYTES)) {
    const kind = position === 0 ? kindOfHead(chunk) : 'text';
    if (kind === 'zip' || kind === 'cfb') return refused('importIsWorkbook');
    if (kind !== 'text' || !readsOn(chunk)) return refused('importNoCsv');

    utf8.push(chunk);
    totalLines += countLines(chunk);
    // The header is one more.
    if (totalLines > MAX_IMPORT_LINES + 1) return refused('importTooLong', { lines: String(MAX_IMPORT_LINES) });
    if (!(await append(position, chunk))) return refused('notFound');
    position += 1;
    bytes += chunk.length;
    end = chunk.subarray(-2);
  }
  if (bytes === 0) return refused('fileEmpty');
  // The last line of many files has no ending.
  if (!endsLine(end)) totalLines += 1;
  return doneWith({ bytes, totalLines, isUtf8: utf8.end() });
}

/** UTF-16 writes the ending with a zero before or behind it. */
function endsLine(end: Uint8Array): boolean {
  return end.at(-1) === NEW_LINE || (end.at(-1) === 0 && end.at(-2) === NEW_LINE);
}

/** Endings of lines; a file of old Macs has none that counts, and its progress is then told by what is done. */
function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) lines += 1;
  return lines;
}

const tooLarge = () => refused('fileTooLarge', { megabytes: String(MAX_IMPORT_MEBIBYTES) });
