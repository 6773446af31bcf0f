import type { CallViewer } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { notesVisibleTo } from '../notes/visible-notes.ts';
import { type CreatedKey, createdBefore, latestFirst, type Page, pageOf } from '../page.ts';

const FILE_ROWS = 50;

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

/** A page of the files on a customer and on the notes about them that the viewer may see (S2.35b), latest first; their photo is none. */
export async function listFilesOfCustomer(
  customerId: string,
  viewer: CallViewer,
  after: CreatedKey | null = null,
): Promise<Page<FileRow, CreatedKey>> {
  // Two questions, so that each has its index.
  const [own, noted] = await Promise.all([
    listFiles({ customerId, photoOf: null }, after),
    listFiles({ note: { AND: [{ customerId }, notesVisibleTo(viewer)] } }, after),
  ]);
  return pageOf([...own, ...noted].toSorted(byLatest), FILE_ROWS);
}

function listFiles(owned: Prisma.StoredFileWhereInput, after: CreatedKey | null): Promise<FileRow[]> {
  return db.storedFile.findMany({
    select: fileSelect,
    where: { AND: [whole, owned, after ? createdBefore(after) : {}] },
    orderBy: latestFirst,
    take: FILE_ROWS + 1,
  });
}

/** As the database orders them: ids are written in digits and small letters, which sort as their bytes do. */
function byLatest(one: FileRow, other: FileRow): number {
  return other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1);
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
