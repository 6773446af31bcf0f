import { beforeEach, describe, expect, test } from 'vitest';
import { createLeg } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findDraft, listWaiting } from './draft-queries.ts';
import { dropDraft, expireDrafts, storeDraft } from './draft-store.ts';
import { storeInquiry } from './register.ts';
import { callOfBoth, inquiryOf } from './testing.ts';
import type { DraftContent } from './types.ts';

const AT = new Date('2026-11-28T10:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let callId: string;

beforeEach(async () => {
  world = await createPbxWorld();
  callId = await callOfBoth(world, uniqueNumber());
});

const write = (userId: string, changes: DraftContent, version = 0) =>
  storeDraft({ callId, version, changes }, { userId, at: AT });

const drop = (userId: string, version = 99) => dropDraft({ callId, version }, { userId, at: AT });

describe('[S3.16] the draft of a call', () => {
  test('is what both wrote, field by field, whoever has the call now', async () => {
    await write(world.oskar.id, { name: 'Ewelina', note: 'Wants pierogi' });
    const saved = await write(world.olga.id, { subject: 'Family party' }, 1);
    expect(saved).toMatchObject({
      kind: 'saved',
      replacedBy: { name: 'Oskar Operator' },
      draft: { version: 2, content: { name: 'Ewelina', note: 'Wants pierogi', subject: 'Family party' } },
    });
    expect(await findDraft(callId, world.oskar.id)).toMatchObject({ version: 2, changedBy: { name: 'Olga Operator' } });
  });

  test('[R9] takes both where two write at once, and of one field the last', async () => {
    await Promise.all([
      write(world.oskar.id, { name: 'Ewelina', subject: 'Party' }),
      write(world.olga.id, { company: 'Kania', subject: 'Wedding' }),
    ]);
    const draft = await findDraft(callId, world.olga.id);
    expect(draft).toMatchObject({ version: 2, content: { name: 'Ewelina', company: 'Kania' } });
    expect(['Party', 'Wedding']).toContain(draft?.content.subject);
  });

  test('is told to everybody who has or had the call, and only where something changed', async () => {
    const first = await write(world.olga.id, { name: 'Ewelina' });
    expect(first).toMatchObject({ isChanged: true });
    expect('tellsIds' in first && first.tellsIds.toSorted()).toEqual([world.olga.id, world.oskar.id].toSorted());
    expect(await write(world.olga.id, { name: 'Ewelina' })).toMatchObject({ isChanged: false, draft: { version: 1 } });
  });

  test('[R34] is nobody else’s, nor of one at whom the call only rang', async () => {
    const stranger = await createUser(db);
    await createLeg(db, { callId, userId: stranger.id, state: 'ended' });
    await write(world.olga.id, { name: 'Ewelina' });
    expect(await findDraft(callId, stranger.id)).toBeUndefined();
    expect(await write(stranger.id, { name: 'Nobody' })).toEqual({ kind: 'notFound' });
    expect(await drop(stranger.id)).toEqual({ kind: 'notFound' });
    expect(await findDraft(callId, world.olga.id)).toMatchObject({ content: { name: 'Ewelina' } });
  });

  test('[R34] is told to nobody at whom the call only rings', async () => {
    const ringing = await createUser(db);
    await createLeg(db, { callId, userId: ringing.id, state: 'ringing' });
    const saved = await write(world.olga.id, { name: 'Ewelina' });
    expect('tellsIds' in saved && saved.tellsIds).not.toContain(ringing.id);
  });

  test('[R28] is not thrown away with what a colleague wrote since it was seen', async () => {
    await write(world.olga.id, { name: 'Ewelina' });
    await write(world.oskar.id, { subject: 'Party' }, 1);
    expect(await drop(world.olga.id, 1)).toEqual({ kind: 'changed' });
    expect(await findDraft(callId, world.olga.id)).toMatchObject({ content: { name: 'Ewelina', subject: 'Party' } });
    expect(await drop(world.olga.id, 2)).toMatchObject({ kind: 'dropped', version: 3 });
  });

  test('what was written before the registration and comes after it makes no draft again; what is written later does', async () => {
    await write(world.oskar.id, { name: 'Ewel' });
    const registered = inquiryOf(callId, { kind: 'potential', name: 'Ewelina', company: '', phone: '', isChosen: true });
    await storeInquiry(registered, { userId: world.olga.id, at: AT });

    const late = await write(world.oskar.id, { name: 'Ewelina' }, 1);
    expect(late).toMatchObject({
      kind: 'registered',
      draft: { content: {}, registered: { interestId: registered.inquiry.interestId } },
    });

    const version = 'draft' in late ? late.draft.version : 0;
    expect(await write(world.olga.id, { subject: 'Another party' }, version)).toMatchObject({
      kind: 'saved',
      draft: { content: { subject: 'Another party' }, registered: null },
    });
  });

  test('[S3.14] says what the call became and who registered it, also once another inquiry of it is being written', async () => {
    const potential = { kind: 'potential', name: 'Ewelina', company: '', phone: '', isChosen: true } as const;
    const first = inquiryOf(callId, potential);
    await storeInquiry(first, { userId: world.oskar.id, at: AT });
    const version = (await findDraft(callId, world.olga.id))?.version;
    await write(world.olga.id, { subject: 'Another party' }, version);

    const { oskar } = world;
    const interest = { id: first.inquiry.interestId, potentialName: 'Ewelina', by: { id: oskar.id } };
    expect(await findDraft(callId, world.olga.id)).toMatchObject({ registered: null, interests: [interest] });

    const second = inquiryOf(callId, potential, { subject: 'Another party' });
    await storeInquiry(second, { userId: world.olga.id, at: new Date(AT.getTime() + 1) });
    const customer = await createCustomer(db);
    await db.interest.update({ where: { id: second.inquiry.interestId }, data: { customerId: customer.id } });
    expect(await findDraft(callId, world.oskar.id)).toMatchObject({
      interests: [{ subject: 'Another party', potentialName: '', by: { id: world.olga.id } }, interest],
    });
  });

  test('a field that no version of Offhook knows does not hide the others’ drafts', async () => {
    await write(world.olga.id, { name: 'Ewelina' });
    await db.inquiryDraft.update({ where: { callId }, data: { content: { name: 'Ewelina', mood: 'good' } } });
    expect(await findDraft(callId, world.olga.id)).toMatchObject({ content: { name: 'Ewelina' } });
  });
});

describe('what calls were left with', () => {
  beforeEach(() => db.call.update({ where: { id: callId }, data: { phase: 'ended', endedAt: AT } }));

  test('waits for the one who had the call last, under what was written', async () => {
    await write(world.olga.id, { name: 'Ewelina', subject: 'Family party' });
    expect(await listWaiting(world.olga.id)).toMatchObject([{ callId, title: 'Family party' }]);
    expect(await listWaiting(world.oskar.id)).toEqual([]);
  });

  test('is not a mere choice, nor what was thrown away or registered', async () => {
    await write(world.olga.id, { interestId: 'new', customerId: null });
    expect(await listWaiting(world.olga.id)).toEqual([]);

    await write(world.olga.id, { subject: 'Party' });
    expect(await drop(world.olga.id)).toMatchObject({ kind: 'dropped' });
    expect(await listWaiting(world.olga.id)).toEqual([]);

    await write(world.olga.id, { subject: 'Party' });
    await storeInquiry(inquiryOf(callId, { kind: 'potential', name: 'E', company: '', phone: '', isChosen: true }), {
      userId: world.olga.id,
      at: AT,
    });
    expect(await listWaiting(world.olga.id)).toEqual([]);
  });

  test('goes with its call, and when nobody came back to it for a month', async () => {
    await write(world.olga.id, { subject: 'Party' });
    await expireDrafts(new Date(AT.getTime() + 29 * DAY_MS));
    expect(await listWaiting(world.olga.id)).toHaveLength(1);
    await expireDrafts(new Date(AT.getTime() + 31 * DAY_MS));
    expect(await listWaiting(world.olga.id)).toEqual([]);

    await write(world.olga.id, { subject: 'Party' });
    await db.call.delete({ where: { id: callId } });
    expect(await db.inquiryDraft.count({ where: { callId } })).toBe(0);
  });
});
