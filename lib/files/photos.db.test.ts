import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { streamFile } from './chunk-store.ts';
import { KEEP_HOURS, MAX_PHOTO_BYTES } from './limits.ts';
import { putPhotoBack, removePhoto } from './photo-store.ts';
import { findPhoto } from './queries.ts';
import { receivePhoto } from './receive-photo.ts';
import { sweepFiles } from './sweep.ts';
import { exifWithPlace, join, jpeg, segment, text } from './testing.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let customerId: string;
let userId: string;

beforeEach(async () => {
  customerId = (await createCustomer(db)).id;
  userId = (await createUser(db)).id;
});

const actor = () => ({ userId, at: AT });
const photoOf = async () => (await db.customer.findUniqueOrThrow({ where: { id: customerId } })).photoId;
const located = segment(0xe1, join('Exif\u0000\u0000', exifWithPlace(1)));

function send(content: Uint8Array, { fileId = randomUUID(), announced = content.length } = {}) {
  async function* body() {
    yield content;
  }
  const post = { headers: new Headers({ 'content-length': String(announced) }), body: body() };
  return receivePhoto({ fileId, name: 'helena.jpg', customerId, post }, actor());
}

async function sent(content: Uint8Array): Promise<string> {
  const answer = await send(content);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.data.fileId;
}

describe('[S1.13] a photo', () => {
  test('is stored without the place, with every pixel as it was uploaded, and shown', async () => {
    const scan = text('p'.repeat(600_000));
    const photoId = await sent(jpeg({ before: [located], scan }));

    expect(await photoOf()).toBe(photoId);
    const photo = await findPhoto(photoId);
    expect(photo).toMatchObject({ mediaType: 'image/jpeg', name: 'helena.jpg' });
    const stored = await new Response(streamFile(photoId, photo?.bytes ?? 0)).arrayBuffer();
    expect(Buffer.compare(Buffer.from(stored), jpeg({ scan }))).toBe(0);
    const audit = { action: 'photo.changed', subjectType: 'customer', subjectId: customerId, userId };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  test('takes the place of the one before, of which nothing is left', async () => {
    const first = await sent(jpeg());
    const second = await sent(jpeg({ width: 300 }));
    expect(await photoOf()).toBe(second);
    expect(await db.storedFile.count({ where: { id: first } })).toBe(0);
    expect(await db.fileChunk.count({ where: { fileId: first } })).toBe(0);
  });

  test('sent again after its answer was lost is the same photo', async () => {
    const fileId = randomUUID();
    expect(await send(jpeg(), { fileId })).toEqual({ ok: true, data: { fileId } });
    expect(await send(jpeg(), { fileId })).toEqual({ ok: true, data: { fileId } });
    expect(await photoOf()).toBe(fileId);
  });

  test('two at once leave one, and nothing of the other', async () => {
    const ids = await Promise.all([sent(jpeg()), sent(jpeg({ width: 300 }))]);
    expect(ids).toContain(await photoOf());
    expect(await db.storedFile.count({ where: { customerId } })).toBe(1);
  });

  test.each([
    ['text under the name of a picture', text('hello'), { reason: 'noPicture', values: { found: 'text' } }],
    ['nothing', text(''), { reason: 'fileEmpty' }],
    ['a picture that would fill the memory', jpeg({ width: 60_000, height: 60_000 }), { reason: 'tooManyPixels' }],
  ])('that is %s is refused, and the one before stays', async (_, content, refusal) => {
    const before = await sent(jpeg());
    expect(await send(content)).toMatchObject({ ok: false, ...refusal });
    expect(await photoOf()).toBe(before);
    expect(await db.storedFile.count({ where: { customerId } })).toBe(1);
  });

  test('of one byte too many, or fewer than announced, is refused', async () => {
    const tooLarge = { ok: false, reason: 'fileTooLarge', values: { megabytes: '10' } };
    expect(await send(jpeg(), { announced: MAX_PHOTO_BYTES + 1 })).toEqual(tooLarge);
    expect(await send(jpeg({ scan: new Uint8Array(MAX_PHOTO_BYTES) }))).toEqual(tooLarge);
    expect(await send(jpeg(), { announced: 100_000 })).toMatchObject({ reason: 'fileCutShort' });
  });

  test('of a customer who is gone is refused', async () => {
    await db.customer.delete({ where: { id: customerId } });
    expect(await send(jpeg())).toEqual({ ok: false, reason: 'notFound' });
  });
});

describe('a removed photo', () => {
  test('is shown no more; undo puts it back', async () => {
    const photoId = await sent(jpeg());
    expect(await removePhoto(customerId, actor())).toBe(photoId);
    expect(await removePhoto(customerId, actor())).toBeNull();
    expect(await findPhoto(photoId)).toBeNull();

    expect(await putPhotoBack(photoId, actor())).toBe(customerId);
    expect(await putPhotoBack(photoId, actor())).toBeNull();
    expect(await photoOf()).toBe(photoId);
    expect(await findPhoto(photoId)).toMatchObject({ id: photoId });
  });

  test('does not push away the one that came meanwhile, and is swept away', async () => {
    const first = await sent(jpeg());
    await removePhoto(customerId, actor());
    const second = await sent(jpeg());
    expect(await putPhotoBack(first, actor())).toBeNull();
    expect(await photoOf()).toBe(second);

    await sweepFiles(new Date(AT.getTime() + KEEP_HOURS * 3_600_000 + 1));
    expect(await db.storedFile.findMany({ where: { id: { in: [first, second] } } })).toMatchObject([{ id: second }]);
  });
});
