import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

const IMPORT_ROWS = 100;
const REFUSAL_ROWS = 100;

const importSelect = {
  id: true,
  fileName: true,
  state: true,
  totalLines: true,
  doneLines: true,
  addedCount: true,
  changedCount: true,
  refusedCount: true,
  problem: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.CustomerImportSelect;

export type ImportRow = Prisma.CustomerImportGetPayload<{ select: typeof importSelect }>;

/** Latest first. */
export function listImports(): Promise<ImportRow[]> {
  return db.customerImport.findMany({
    select: importSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: IMPORT_ROWS,
  });
}

export function findImport(id: string) {
  return db.customerImport.findUnique({
    where: { id },
    select: { ...importSelect, settings: true, file: { select: { id: true, bytes: true } } },
  });
}

/** How far it is, asked every second while somebody looks. */
export function findProgress(id: string) {
  const { fileName: _, createdBy: __, ...select } = importSelect;
  return db.customerImport.findUnique({ where: { id }, select });
}
export type Progress = NonNullable<Awaited<ReturnType<typeof findProgress>>>;

export type RefusalRow = { line: number; reason: string; text: string };

/** The first refused lines, in the order of the file; `after` is the last one of those before. */
export function listRefusals(importId: string, after = 0, most = REFUSAL_ROWS): Promise<RefusalRow[]> {
  return db.importRefusal.findMany({
    where: { importId, line: { gt: after } },
    select: { line: true, reason: true, text: true },
    orderBy: { line: 'asc' },
    take: most,
  });
}

/** Those that wait, or ran in a process that is gone. */
export async function importsToRun(): Promise<string[]> {
  const rows = await db.customerImport.findMany({
    where: { state: { in: ['waiting', 'running'] } },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  });
  return rows.map(({ id }) => id);
}
