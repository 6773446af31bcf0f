import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { CHUNK_BYTES } from '../../lib/files/limits.ts';

type Store = Prisma.TransactionClient;
type FileInput = Partial<Prisma.StoredFileCreateManyInput> & { content?: Uint8Array<ArrayBuffer> };

export function buildNote(overrides: Partial<Prisma.NoteCreateManyInput> = {}) {
  return { id: randomUUID(), text: 'Rings at the side door', createdAt: new Date(), ...overrides };
}

export function createNote(db: Store, overrides: Partial<Prisma.NoteCreateManyInput>) {
  return db.note.create({ data: buildNote(overrides) });
}

/** Stores a whole file, in pieces as an upload does. */
export async function createStoredFile(
  db: Store,
  { content = new Uint8Array(Buffer.from('A file')), ...overrides }: FileInput = {},
) {
  const createdAt = overrides.createdAt ?? new Date();
  const file = { id: randomUUID(), name: 'file.txt', mediaType: 'text/plain', completedAt: createdAt, ...overrides, createdAt };
  const row = await db.storedFile.create({ data: { ...file, bytes: content.length } });

  const count = Math.ceil(content.length / CHUNK_BYTES);
  const chunks = Array.from({ length: count }, (_, position) => ({
    fileId: row.id,
    position,
    data: content.slice(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES),
  }));
  await db.fileChunk.createMany({ data: chunks });
  return row;
}

/** Stores a photo and shows it as the customer's. */
export async function createPhoto(db: Store, customerId: string, file: FileInput) {
  const photo = await createStoredFile(db, { name: 'photo.jpg', mediaType: 'image/jpeg', ...file, customerId });
  await db.customer.update({ where: { id: customerId }, data: { photoId: photo.id }, select: { id: true } });
  return photo;
}
