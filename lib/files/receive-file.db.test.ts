import { createHash, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { appendChunk, streamFile } from './chunk-store.ts';
import { CHUNK_BYTES, KEEP_HOURS, MAX_FILE_BYTES } from './limits.ts';
import { AT, actor, customerId, everybody, filesOf, HOUR_MS, leftOf, NOTHING, useOwner, userId } from './owner-testing.ts';
import { findFile } from './queries.ts';
import { type Incoming, receiveFile } from './receive-file.ts';
import { sweepFiles } from './sweep.ts';
import { compound, join, jpeg, text, zip } from './testing.ts';
import { beginFile } from './upload-store.ts';

useOwner();

async function* inPieces(content: Uint8Array, pieceBytes = 60_000) {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

function incoming(content: Uint8Array, change: Partial<Incoming> = {}): Incoming {
  const owner = { customerId, noteId: null, callId: null };
  return { fileId: randomUUID(), name: 'file.txt', owner, body: inPieces(content), announcedBytes: content.length, ...change };
}

async function readWhole(fileId: string): Promise<Uint8Array> {
  const { bytes } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  return Buffer.from(await new Response(streamFile(fileId, bytes)).arrayBuffer());
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is in memory that somebody still needs. The first collection only sets buffers free; they are given back by the next. */
function heldBytes(): number {
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

describe('[S2.35b] an uploaded file', () => {
  test('comes back as it was, with its kind, name and who put it there, also over several chunks', async () => {
    const content = text('Łódź;42\n'.repeat(70_000));
    const wish = incoming(content, { name: 'prices.csv' });
    expect(await receiveFile(wish, actor())).toEqual({ ok: true, data: { fileId: wish.fileId } });

    expect(await filesOf(customerId, everybody)).toMatchObject([
      { name: 'prices.csv', mediaType: 'text/csv', bytes: content.length, uploadedBy: { name: 'Olga Operator' }, createdAt: AT },
    ]);
    expect((await leftOf(wish.fileId)).chunks).toBe(Math.ceil(content.length / CHUNK_BYTES));
    expect(Buffer.compare(await readWhole(wish.fileId), content)).toBe(0);
    const audit = { action: 'file.added', subjectType: 'customer', subjectId: customerId, userId };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  test.each([
    ['a document of Word', zip(['[Content_Types].xml', 'word/document.xml']), /wordprocessingml/],
    ['an old table of Excel', compound(['Workbook']), /ms-excel/],
    ['a picture', jpeg(), /image\/jpeg/],
  ])('is of the kind that is inside: %s', async (_, content, mediaType) => {
    const wish = incoming(content, { name: 'no ending' });
    await receiveFile(wish, actor());
    const stored = await db.storedFile.findUniqueOrThrow({ where: { id: wish.fileId } });
    expect(stored.mediaType).toMatch(mediaType);
  });

  test('may have exactly 50 MB, of which never more than some pieces are in memory, on the way in and out', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(0x61);
    const before = heldBytes();
    let mostHeld = 0;
    const look = () => {
      mostHeld = Math.max(mostHeld, heldBytes() - before);
    };
    async function* body() {
      for (let at = 0; at < MAX_FILE_BYTES; at += piece.length) {
        yield piece;
        look();
      }
    }
    const wish = incoming(piece, { body: body(), announcedBytes: MAX_FILE_BYTES });
    expect(await receiveFile(wish, actor())).toMatchObject({ ok: true });

    const hash = createHash('sha256');
    let bytes = 0;
    for await (const data of streamFile(wish.fileId, MAX_FILE_BYTES)) {
      hash.update(data);
      bytes += data.length;
      if (bytes % piece.length === 0) look();
    }
    expect(bytes).toBe(MAX_FILE_BYTES);
    // Connections to the database keep the largest piece that they carried.
    expect(mostHeld).toBeLessThan(MAX_FILE_BYTES / 2);

    const whole = createHash('sha256');
    for (let at = 0; at < MAX_FILE_BYTES; at += piece.length) whole.update(piece);
    expect(hash.digest('hex')).toBe(whole.digest('hex'));
  }, 60_000);

  test('of one byte more is refused, announced or not, and nothing of it is left', async () => {
    const refusal = { ok: false, reason: 'fileTooLarge', values: { megabytes: '50' } };
    const announced = incoming(text(''), { announcedBytes: MAX_FILE_BYTES + 1 });
    expect(await receiveFile(announced, actor())).toEqual(refusal);

    const piece = new Uint8Array(1024 * 1024).fill(0x61);
    async function* body() {
      for (let at = 0; at < MAX_FILE_BYTES; at += piece.length) yield piece;
      yield Uint8Array.of(0x61);
    }
    const unannounced = incoming(text(''), { body: body(), announcedBytes: null });
    expect(await receiveFile(unannounced, actor())).toEqual(refusal);
    expect(await leftOf(unannounced.fileId)).toEqual(NOTHING);
  }, 60_000);

  test.each([
    ['empty', text(''), 'fileEmpty'],
    ['a program', join('MZ', new Uint8Array(500)), 'fileKindUnknown'],
    ['a picture that is none of the kinds', text('GIF89a'), 'fileKindUnknown'],
    ['an installer in a compound file', compound(['Icon.exe']), 'fileKindUnknown'],
    ['text up to where it is none', join('x'.repeat(CHUNK_BYTES + 10), [0]), 'fileKindUnknown'],
  ])('that is %s is refused, and nothing of it is left', async (_, content, reason) => {
    const wish = incoming(content);
    expect(await receiveFile(wish, actor())).toEqual({ ok: false, reason });
    expect(await leftOf(wish.fileId)).toEqual(NOTHING);
    expect(await filesOf(customerId, everybody)).toEqual([]);
  });

  test('is told to be of no use after its first piece: the rest is not asked for', async () => {
    let asked = 0;
    async function* body() {
      for (; asked < 100; asked += 1) yield new Uint8Array(CHUNK_BYTES);
    }
    await receiveFile(incoming(text(''), { body: body(), announcedBytes: null }), actor());
    expect(asked).toBeLessThan(3);
  });
});

describe('an upload that breaks off', () => {
  test('leaves nothing', async () => {
    async function* body() {
      yield text('a'.repeat(CHUNK_BYTES + 5));
      throw new Error('aborted');
    }
    const wish = incoming(text(''), { body: body() });
    await expect(receiveFile(wish, actor())).rejects.toThrow('aborted');
    expect(await leftOf(wish.fileId)).toEqual(NOTHING);
  });

  test('that ends as if it were whole is told by its length', async () => {
    const wish = incoming(text('half'), { announcedBytes: 8 });
    expect(await receiveFile(wish, actor())).toEqual({ ok: false, reason: 'fileCutShort' });
    expect(await leftOf(wish.fileId)).toEqual(NOTHING);
  });

  test('is the same file when it is sent again', async () => {
    const wish = incoming(text('whole'));
    const first = await beginFile(wish.fileId, wish.owner, actor(new Date(AT.getTime() - 1)));
    if (first.kind !== 'begun') throw new Error('It did not begin.');
    await appendChunk(first.attempt, 0, text('ha'));

    expect(await receiveFile(wish, actor())).toMatchObject({ ok: true });
    expect(await appendChunk(first.attempt, 1, text('lf'))).toBe(false);
    expect(Buffer.from(await readWhole(wish.fileId)).toString()).toBe('whole');
  });

  test('sent again after its answer was lost is one file, not read a second time', async () => {
    const wish = incoming(text('whole'));
    await receiveFile(wish, actor());
    async function* unread() {
      yield* [];
      throw new Error('It was read.');
    }
    expect(await receiveFile({ ...wish, body: unread() }, actor())).toEqual({ ok: true, data: { fileId: wish.fileId } });
    expect(await filesOf(customerId, everybody)).toHaveLength(1);
  });

  test('[R34] under the id of a colleague’s file changes nothing of it', async () => {
    const wish = incoming(text('mine'));
    await receiveFile(wish, actor());
    const other = { userId: (await createUser(db)).id, at: AT };
    expect(await receiveFile({ ...wish, body: inPieces(text('theirs')) }, other)).toEqual({ ok: false, reason: 'notFound' });
    expect(Buffer.from(await readWhole(wish.fileId)).toString()).toBe('mine');
  });

  test('onto a customer who is gone, or goes meanwhile, is refused', async () => {
    const nobody = incoming(text('whole'), { owner: { customerId: randomUUID(), noteId: null, callId: null } });
    expect(await receiveFile(nobody, actor())).toEqual({ ok: false, reason: 'notFound' });

    async function* body() {
      yield text('a'.repeat(CHUNK_BYTES));
      await db.customer.delete({ where: { id: customerId } });
      yield text('b');
    }
    const meanwhile = incoming(text(''), { body: body(), announcedBytes: null });
    expect(await receiveFile(meanwhile, actor())).toEqual({ ok: false, reason: 'notFound' });
    expect(await leftOf(meanwhile.fileId)).toEqual(NOTHING);
  });

  test('is not seen before it is whole, and is swept away when nobody waits for it any more', async () => {
    const wish = incoming(text(''));
    await beginFile(wish.fileId, wish.owner, actor());
    expect(await filesOf(customerId, everybody)).toEqual([]);
    expect(await findFile(wish.fileId, everybody)).toBeNull();

    await sweepFiles(new Date(AT.getTime() + KEEP_HOURS * HOUR_MS));
    expect(await leftOf(wish.fileId)).toMatchObject({ files: 1 });
    await sweepFiles(new Date(AT.getTime() + KEEP_HOURS * HOUR_MS + 1));
    expect(await leftOf(wish.fileId)).toEqual(NOTHING);
  });
});
