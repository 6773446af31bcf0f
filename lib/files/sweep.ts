import { inBatches } from '../db/in-batches.ts';
import { KEEP_HOURS } from './limits.ts';

const HOUR_MS = 60 * 60 * 1000;
// Few: each may take two hundred pieces with it, and a statement has its time limit.
const FILES_A_BATCH = 20;

const FILES = (isOver: string) => `delete from "StoredFile" where id in (select id from "StoredFile" where ${isOver} limit $2)`;
const OVER = [
  FILES('"completedAt" is null and "createdAt" < $1'),
  FILES('"deletedAt" < $1'),
  // Left behind by an owner that could not take it along, such as a photo that changed hands, or an import that is gone.
  FILES(`"customerId" is null and "noteId" is null and "createdAt" < $1 and "completedAt" < $1
    and not exists (select 1 from "Customer" where "photoId" = "StoredFile".id)
    and not exists (select 1 from "CustomerImport" where "fileId" = "StoredFile".id)
    and "deletedAt" is null`),
  `delete from "Note" where id in (select id from "Note" where "deletedAt" < $1 limit $2)`,
];

/** Nothing is left of uploads that broke off, and of files and notes deleted so long ago that nobody presses Undo any more. */
export async function sweepFiles(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_HOURS * HOUR_MS);
  for (const statement of OVER) await inBatches(statement, [before], FILES_A_BATCH);
}
