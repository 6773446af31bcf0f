import type { CallViewer } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { notesVisibleTo } from '../notes/visible-notes.ts';

const FILE_ROWS = 200;

const whole = { completedAt: { not: null }, deletedAt: null } satisfies Prisma.StoredFileWhereInput;

const fileSelect = {
  id: true,
  name: true,
  mediaType: true,
  bytes: true,
  createdAt: true,
  uploadedBy: { select: { name: true } },
  note: { select: { id: true, text: true } },
} satisfies Prisma.StoredFileSelect;

export type FileRow = Prisma.StoredFileGetPayload<{ select: typeof fileSelect }>;

/** Files on a customer and on the notes about them that the viewer may see (S2.35b), latest first; their photo is none of them. */
export async function listFilesOfCustomer(customerId: string, viewer: CallViewer): Promise<FileRow[]> {
  // Two questions, so that each has its index.
  const [own, noted] = await Promise.all([
    listFiles({ customerId, photoOf: null }),
    listFiles({ note: { AND: [{ customerId }, notesVisibleTo(viewer)] } }),
  ]);
  return [...own, ...noted].toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime()).slice(0, FILE_ROWS);
}

function listFiles(owned: Prisma.StoredFileWhereInput): Promise<FileRow[]> {
  return db.storedFile.findMany({
    select: fileSelect,
    where: { AND: [whole, owned] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: FILE_ROWS,
  });
}

const servedSelect = {
  id: true,
  name: true,
  mediaType: true,
  bytes: true,
  customerId: true,
  note: { select: { customerId: true } },
} satisfies Prisma.StoredFileSelect;
export type ServedFile = { id: string; name: string; mediaType: string; bytes: number };

/** A file on a customer, or on a note that the viewer may see. Any other is not found, such as one that is being imported. */
export function findFile(id: string, viewer: CallViewer) {
  return db.storedFile.findFirst({
    select: servedSelect,
    where: { AND: [{ id }, whole, { OR: [{ customerId: { not: null } }, { note: notesVisibleTo(viewer) }] }] },
  });
}

/** What a customer's card shows as their photo, now. */
export function findPhoto(id: string): Promise<ServedFile | null> {
  return db.storedFile.findFirst({
    select: { id: true, name: true, mediaType: true, bytes: true },
    where: { AND: [{ id }, whole, { photoOf: { isNot: null } }] },
  });
}

/** A file that was deleted, and by undo may come back, with whom to tell; one of a note only for who may see that note. */
export async function findDeletedFile(id: string, viewer: CallViewer): Promise<{ customerId: string | null } | null> {
  const theirs = { OR: [{ wasOfCustomerId: { not: null } }, { wasOfNote: notesVisibleTo(viewer) }] };
  const row = await db.storedFile.findFirst({
    where: { AND: [{ id, deletedAt: { not: null } }, theirs] },
    select: { wasOfCustomerId: true, wasOfNote: { select: { customerId: true } } },
  });
  return row && { customerId: row.wasOfCustomerId ?? row.wasOfNote?.customerId ?? null };
}
