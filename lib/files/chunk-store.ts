import { pool } from '../db/client.ts';
import { CHUNK_BYTES } from './limits.ts';

/** One attempt to upload a file: a later one of the same file takes its place, and this one then stores nothing more. */
export type Attempt = { fileId: string; begunAt: Date };

// Locked, so that the attempt cannot be replaced between the look and the write.
const APPEND = `
  insert into "FileChunk" ("fileId", position, data)
  select id, $3, $4 from "StoredFile" where id = $1 and "createdAt" = $2 and "completedAt" is null for key share`;

/** Stores a piece; false when the attempt was replaced, or the file's owner is gone. */
export async function appendChunk({ fileId, begunAt }: Attempt, position: number, data: Uint8Array): Promise<boolean> {
  const { rowCount } = await pool().query(APPEND, [fileId, begunAt, position, asBuffer(data)]);
  return rowCount === 1;
}

/** Takes back what an attempt stored. */
export async function abandon({ fileId, begunAt }: Attempt): Promise<void> {
  await pool().query(`delete from "StoredFile" where id = $1 and "createdAt" = $2 and "completedAt" is null`, [fileId, begunAt]);
}

const READ = `select substring(data from $3 for $4) as data from "FileChunk" where "fileId" = $1 and position = $2`;

/** Bytes of a stored file from any place; fewer where it ends before. */
export async function readRange(fileId: string, offset: number, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const end = offset + length;

  for (let at = offset; at < end; ) {
    const position = Math.floor(at / CHUNK_BYTES);
    const from = at - position * CHUNK_BYTES;
    const wanted = Math.min(CHUNK_BYTES - from, end - at);
    const { rows } = await pool().query<{ data: Buffer }>(READ, [fileId, position, from + 1, wanted]);
    const data = rows[0]?.data;
    if (!data || data.length === 0) break;

    parts.push(data);
    at += data.length;
    if (data.length < wanted) break;
  }
  return Buffer.concat(parts);
}

/** A stored file from its beginning, a chunk at a time, each asked for when the one before has been taken. */
export function streamFile(fileId: string, bytes: number): ReadableStream<Uint8Array> {
  let at = 0;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const data = await readRange(fileId, at, Math.min(CHUNK_BYTES, bytes - at));
        // Deleted while it was being read: the browser is told that it is not whole.
        if (data.length === 0 && at < bytes) return controller.error(new Error('The file is gone.'));

        at += data.length;
        if (data.length > 0) controller.enqueue(data);
        if (at >= bytes) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

/** The same bytes, not a copy. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
