import { randomUUID } from 'node:crypto';
import { listFields } from '../customer-fields/queries.ts';
import { db } from '../db/client.ts';
import { beginImport } from './import-store.ts';
import { guessSettings } from './preview.ts';
import { findImport } from './queries.ts';
import { type IncomingImport, receiveImport } from './upload.ts';

/** Uploads what a file would hold, in pieces as a browser sends them. */
export async function upload(content: string | Uint8Array, userId: string, change: Partial<IncomingImport> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  async function* body() {
    for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
  }
  const importId = randomUUID();
  const file = { importId, name: 'customers.csv', body: body(), announcedBytes: bytes.length, ...change };
  return { importId, answer: await receiveImport(file, { userId, at: new Date() }) };
}

/** An import that waits to be run, read as it was guessed or as `change` says. */
export async function waitingImport(
  content: string | Uint8Array,
  userId: string,
  change: Partial<Awaited<ReturnType<typeof guessSettings>>> = {},
): Promise<string> {
  const { importId, answer } = await upload(content, userId);
  if (!answer.ok) throw new Error(answer.reason);

  const row = await findImport(importId);
  if (!row?.file) throw new Error('The import has no file.');
  await beginImport(importId, { ...(await guessSettings(row.file, row.settings, await listFields())), ...change });
  return importId;
}

export function importRow(importId: string) {
  return db.customerImport.findUniqueOrThrow({ where: { id: importId }, include: { refusals: { orderBy: { line: 'asc' } } } });
}
