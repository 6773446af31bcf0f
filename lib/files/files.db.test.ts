import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createNote, createPhoto, createStoredFile } from '../../prisma/factories/files.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { removeNote } from '../notes/store.ts';
import type { CreatedKey, Page } from '../page.ts';
import { readRange } from './chunk-store.ts';
import { CHUNK_BYTES, KEEP_HOURS } from './limits.ts';
import { AT, actor, customerId, everybody, filesOf, HOUR_MS, leftOf, NOTHING, useOwner } from './owner-testing.ts';
import { type FileRow, findDeletedFile, findFile, findPhoto, listFilesOfCustomer } from './queries.ts';
import { putFileBack, removeFile } from './store.ts';
import { sweepFiles } from './sweep.ts';

useOwner();

test('of more than a page, on the customer and on notes about them, each is on one page, latest first', async () => {
  const note = await createNote(db, { customerId });
  const made: string[] = [];
  for (let index = 0; index < 103; index += 1) {
    const owner = index % 3 === 0 ? { noteId: note.id } : { customerId };
    made.push((await createStoredFile(db, { ...owner, createdAt: new Date(AT.getTime() + Math.floor(index / 2)) })).id);
  }

  const read: FileRow[] = [];
  let after: CreatedKey | null = null;
  do {
    const page: Page<FileRow, CreatedKey> = await listFilesOfCustomer(customerId, everybody, after);
    read.push(...page.rows);
    after = page.next;
  } while (after);
  expect(read.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
  const moments = read.map(({ createdAt }) => createdAt.getTime());
  expect(moments).toEqual(moments.toSorted((one, other) => other - one));
});

describe('a deleted file', () => {
  test('is in no list and cannot be fetched; undo puts it back to where it was', async () => {
    const { id } = await createStoredFile(db, { customerId });
    expect(await removeFile(id, actor())).toBe(true);
    expect(await removeFile(id, actor())).toBe(false);
    expect(await filesOf(customerId, everybody)).toEqual([]);
    expect(await findFile(id, everybody)).toBeNull();

    expect(await putFileBack(id, actor())).toBe(true);
    expect(await putFileBack(id, actor())).toBe(false);
    expect(await filesOf(customerId, everybody)).toMatchObject([{ id }]);
    const audit = await db.auditEntry.findMany({ where: { subjectId: customerId }, orderBy: { id: 'asc' } });
    expect(audit).toMatchObject([{ action: 'file.deleted' }, { action: 'file.restored' }]);
  });

  test('is swept away after an hour, with a deleted note and its files; what stays, stays', async () => {
    const note = await createNote(db, { customerId });
    const [gone, ofNote, kept] = [
      await createStoredFile(db, { customerId, createdAt: AT }),
      await createStoredFile(db, { noteId: note.id, createdAt: AT }),
      await createStoredFile(db, { customerId, createdAt: AT }),
    ];
    await removeFile(gone.id, actor());
    await removeNote(note.id, actor());

    await sweepFiles(new Date(AT.getTime() + KEEP_HOURS * HOUR_MS + 1));
    expect(await leftOf(gone.id)).toEqual(NOTHING);
    expect(await leftOf(ofNote.id)).toEqual(NOTHING);
    expect(await leftOf(kept.id)).toEqual({ files: 1, chunks: 1 });
    expect(await putFileBack(gone.id, actor())).toBe(false);
  });
});

test('a file that nobody has any more is swept away; one that is imported, or somebody’s photo, is not', async () => {
  const [nobodys, imported, late] = [
    await createStoredFile(db, { createdAt: AT }),
    await createStoredFile(db, { createdAt: AT }),
    await createStoredFile(db, { createdAt: new Date(AT.getTime() + HOUR_MS) }),
  ];
  await db.customerImport.create({ data: { id: randomUUID(), fileId: imported.id, fileName: 'customers.csv' } });
  const photo = await createPhoto(db, customerId, { createdAt: AT });
  await db.storedFile.update({ where: { id: photo.id }, data: { customerId: null } });

  await sweepFiles(new Date(AT.getTime() + KEEP_HOURS * HOUR_MS + 1));
  const left = await db.storedFile.findMany({ where: { id: { in: [nobodys.id, imported.id, late.id, photo.id] } } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([imported.id, late.id, photo.id].toSorted());
});

describe('[S2.35b] a file goes with its owner', () => {
  test('a customer takes their files, photo, notes, and what waits to be put back', async () => {
    const note = await createNote(db, { customerId });
    const files = [
      await createStoredFile(db, { customerId }),
      await createStoredFile(db, { noteId: note.id }),
      await createPhoto(db, customerId, {}),
      await createStoredFile(db, { customerId }),
    ];
    await removeFile(files[3]?.id ?? '', actor());

    await db.customer.delete({ where: { id: customerId } });
    for (const { id } of files) expect(await leftOf(id)).toEqual(NOTHING);
  });

  test('a note takes its files', async () => {
    const note = await createNote(db, { customerId });
    const { id } = await createStoredFile(db, { noteId: note.id });
    expect(await filesOf(customerId, everybody)).toMatchObject([{ id, note: { id: note.id } }]);
    await removeNote(note.id, actor());
    expect(await filesOf(customerId, everybody)).toEqual([]);
    expect(await findFile(id, everybody)).toBeNull();

    await db.note.delete({ where: { id: note.id } });
    expect(await leftOf(id)).toEqual(NOTHING);
  });
});

describe('[R34] who sees a file', () => {
  test('of a note on a call: who may see that call', async () => {
    const world = await createPbxWorld();
    const call = await createCall(db, { connectionId: world.source.id });
    await createLeg(db, { callId: call.id, userId: world.olga.id });
    const note = await createNote(db, { customerId, callId: call.id });
    const { id } = await createStoredFile(db, { noteId: note.id });

    const olga = { userId: world.olga.id, seesAllLines: false };
    expect(await findFile(id, olga)).toMatchObject({ id });
    expect(await filesOf(customerId, olga)).toHaveLength(1);
    expect(await findFile(id, everybody)).toBeNull();
    expect(await filesOf(customerId, everybody)).toEqual([]);
    expect(await findFile(id, { ...everybody, seesAllLines: true })).toMatchObject({ id });

    await removeFile(id, actor());
    expect(await findDeletedFile(id, olga)).toEqual({ customerId });
    expect(await findDeletedFile(id, everybody)).toBeNull();
    expect(await findDeletedFile(id, { ...everybody, seesAllLines: true })).not.toBeNull();
  });

  test('a file of nobody, such as one that is being imported, is served to nobody', async () => {
    const { id } = await createStoredFile(db);
    expect(await findFile(id, { ...everybody, seesAllLines: true })).toBeNull();
    expect(await findPhoto(id)).toBeNull();
  });

  test('only what is somebody’s photo now is shown as one', async () => {
    const file = await createStoredFile(db, { customerId });
    const photo = await createPhoto(db, customerId, {});
    expect(await findPhoto(file.id)).toBeNull();
    expect(await findPhoto(photo.id)).toMatchObject({ id: photo.id, mediaType: 'image/jpeg' });
    expect(await filesOf(customerId, everybody)).toMatchObject([{ id: file.id }]);
    expect(await removeFile(photo.id, actor())).toBe(false);
  });
});

test('any part of a file can be read, also over the border of two chunks', async () => {
  const content = new Uint8Array(CHUNK_BYTES * 2 + 3).map((_, index) => index % 251);
  const { id } = await createStoredFile(db, { customerId, content });
  expect(await readRange(id, CHUNK_BYTES - 2, 4)).toEqual(Buffer.from(content.subarray(CHUNK_BYTES - 2, CHUNK_BYTES + 2)));
  expect(await readRange(id, CHUNK_BYTES * 2, 100)).toEqual(Buffer.from(content.subarray(CHUNK_BYTES * 2)));
  expect(await readRange(id, content.length, 10)).toHaveLength(0);
});
