import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { KEEP_UPLOADED_DAYS } from './limits.ts';
import { StoredSettings } from './settings.ts';

export type ImportProblem = 'tooManyLines' | 'fileGone' | 'settingsUnreadable' | 'linesNotStored';
/** After these it goes on where it was, once a person says so: its file stays. */
const RESUMABLE: readonly ImportProblem[] = ['linesNotStored'];

/** How a file is read, chosen but not yet done: nothing chosen is lost when the page is left. */
export async function saveSettings(importId: string, settings: StoredSettings): Promise<boolean> {
  const { count } = await db.customerImport.updateMany({ where: { id: importId, state: 'uploaded' }, data: { settings } });
  return count === 1;
}

/** From now on it runs, as soon as a process takes it. False when it was begun already. */
export async function beginImport(importId: string, settings: StoredSettings): Promise<boolean> {
  const { count } = await db.customerImport.updateMany({
    where: { id: importId, state: 'uploaded' },
    // The line that names the columns is no customer.
    data: { settings, state: 'waiting', totalLines: { decrement: settings.hasHeader ? 1 : 0 } },
  });
  return count === 1;
}

/** Stops it after the batch that is being stored; what is stored stays. */
export async function stopImport(importId: string, now: Date): Promise<boolean> {
  const { count } = await db.customerImport.updateMany({
    where: { id: importId, state: { in: ['waiting', 'running'] } },
    data: { state: 'stopped', endedAt: now },
  });
  return count === 1;
}

/** Goes on where it was stopped, or failed. */
export async function resumeImport(importId: string): Promise<boolean> {
  const { count } = await db.customerImport.updateMany({
    where: {
      id: importId,
      state: { in: ['stopped', 'failed'] },
      fileId: { not: null },
      OR: [{ problem: null }, { problem: { in: [...RESUMABLE] } }],
    },
    data: { state: 'waiting', endedAt: null, problem: null },
  });
  return count === 1;
}

/** Takes an import that nobody began off the list, with its file. */
export async function discardImport(importId: string): Promise<boolean> {
  const row = await db.customerImport.findFirst({ where: { id: importId, state: 'uploaded' }, select: { fileId: true } });
  const { count } = await db.customerImport.deleteMany({ where: { id: importId, state: 'uploaded' } });
  if (count === 1 && row?.fileId) await db.storedFile.deleteMany({ where: { id: row.fileId } });
  return count === 1;
}

export type Begun =
  | { kind: 'readable'; file: { id: string; bytes: number }; settings: StoredSettings; doneLines: number }
  | { kind: 'unreadable'; problem: ImportProblem };

/** Null when there is nothing to run. */
export async function startRunning(importId: string, now: Date): Promise<Begun | null> {
  await db.customerImport.updateMany({ where: { id: importId, state: 'waiting', startedAt: null }, data: { startedAt: now } });
  await db.customerImport.updateMany({ where: { id: importId, state: 'waiting' }, data: { state: 'running' } });

  const row = await db.customerImport.findFirst({
    where: { id: importId, state: 'running' },
    select: { settings: true, doneLines: true, file: { select: { id: true, bytes: true } } },
  });
  if (!row) return null;
  if (!row.file) return { kind: 'unreadable', problem: 'fileGone' };
  const settings = StoredSettings.safeParse(row.settings);
  if (!settings.success) return { kind: 'unreadable', problem: 'settingsUnreadable' };
  return { kind: 'readable', file: row.file, settings: settings.data, doneLines: row.doneLines };
}

/** The end of an import, once. Its file is of no more use, and full of people: it goes, unless the import can go on. */
export async function finishImport(
  importId: string,
  state: 'done' | 'failed',
  now: Date,
  problem?: ImportProblem,
): Promise<void> {
  const fileId = await db.$transaction(async (tx) => {
    const { count } = await tx.customerImport.updateMany({
      where: { id: importId, state: 'running' },
      data: { state, endedAt: now, problem: problem ?? null },
    });
    if (count === 0) return null;

    const row = await tx.customerImport.findUniqueOrThrow({ where: { id: importId } });
    if (state === 'done') await tx.customerImport.update({ where: { id: importId }, data: { totalLines: row.doneLines } });
    const { doneLines, addedCount, changedCount, refusedCount } = row;
    await recordAudit(tx, {
      userId: row.createdById,
      action: 'customers.imported',
      subjectType: 'customer-import',
      subjectId: importId,
      details: { lines: doneLines, added: addedCount, changed: changedCount, refused: refusedCount, isDone: state === 'done' },
    });
    return problem && RESUMABLE.includes(problem) ? null : row.fileId;
  });
  if (fileId) await db.storedFile.deleteMany({ where: { id: fileId } });
}

/** Files that nobody imported are not kept. */
export async function sweepImports(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_UPLOADED_DAYS * 24 * 60 * 60 * 1000);
  const rows = await db.customerImport.findMany({
    where: { state: 'uploaded', createdAt: { lt: before } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: 20,
  });
  for (const { id } of rows) await discardImport(id);
}

export type UploadedImport = { importId: string; fileId: string; fileName: string; totalLines: number; isUtf8: boolean };

/** The import of a file that has come whole. */
export async function storeUploaded(
  tx: Prisma.TransactionClient,
  uploaded: UploadedImport,
  { userId, at }: Actor,
): Promise<void> {
  const { importId: id, fileId, fileName, totalLines, isUtf8 } = uploaded;
  await tx.customerImport.createMany({
    data: [{ id, fileId, fileName, totalLines, settings: { isUtf8 }, createdById: userId, createdAt: at }],
    skipDuplicates: true,
  });
}
