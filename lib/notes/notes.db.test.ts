import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import type { CreatedKey, Page } from '../page.ts';
import { NOTE_ROWS } from './limits.ts';
import { findDeletedNote, findNote, listNotesOfCall, listNotesOfCustomer, type NoteRow } from './queries.ts';
import { CreateNote } from './schema.ts';
import { putNoteBack, removeNote, storeNote } from './store.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let outsiderId: string;

beforeEach(async () => {
  world = await createPbxWorld();
  outsiderId = (await createUser(db)).id;
});

const olga = () => ({ userId: world.olga.id, at: AT });
const seenBy = (userId: string, seesAllLines = false) => ({ userId, seesAllLines });
const input = (change: Partial<CreateNote>) =>
  CreateNote.parse({ noteId: randomUUID(), text: 'Rings at the side door', customerId: null, callId: null, ...change });

/** A call from this number that Olga's telephone had. */
async function callFrom(fromE164: string | null): Promise<string> {
  const call = await createCall(db, { connectionId: world.source.id, fromE164, isWithheld: fromE164 === null });
  await createLeg(db, { callId: call.id, userId: world.olga.id });
  return call.id;
}

const notesOf = async (...asked: Parameters<typeof listNotesOfCustomer>) => (await listNotesOfCustomer(...asked)).rows;
const write = (change: Partial<CreateNote>) => storeNote(input(change), olga(), seenBy(world.olga.id));

describe('[S2.29] a note on a call', () => {
  test('is also about the one customer who has the number', async () => {
    const number = uniqueNumber();
    const customer = await createCustomer(db, { numbers: [number] });
    const callId = await callFrom(number);

    expect(await write({ callId })).toEqual({ kind: 'stored', customerId: customer.id });
    expect(await notesOf(customer.id, seenBy(world.olga.id))).toMatchObject([
      { text: 'Rings at the side door', author: { name: world.olga.name }, call: { id: callId }, createdAt: AT },
    ]);
  });

  test('is the call’s alone where several have the number, unless the operator chose one of them', async () => {
    const number = uniqueNumber();
    const [, anna] = [await createCustomer(db, { numbers: [number] }), await createCustomer(db, { numbers: [number] })];
    const callId = await callFrom(number);

    expect(await write({ callId })).toEqual({ kind: 'stored', customerId: null });
    expect(await write({ callId, customerId: anna.id })).toEqual({ kind: 'stored', customerId: anna.id });
    expect(await listNotesOfCall(callId, seenBy(world.olga.id))).toHaveLength(2);
  });

  test('[S0.14b] of a withheld number is nobody’s', async () => {
    await createCustomer(db);
    expect(await write({ callId: await callFrom(null) })).toEqual({ kind: 'stored', customerId: null });
  });

  test('[R34] is written and read only by who may see the call', async () => {
    const number = uniqueNumber();
    const customer = await createCustomer(db, { numbers: [number] });
    const callId = await callFrom(number);
    const note = input({ callId });

    expect(await storeNote(note, { userId: outsiderId, at: AT }, seenBy(outsiderId))).toEqual({ kind: 'notFound' });
    await storeNote(note, olga(), seenBy(world.olga.id));
    await write({ customerId: customer.id, text: 'For everybody' });

    expect(await listNotesOfCall(callId, seenBy(outsiderId))).toEqual([]);
    expect(await findNote(note.noteId, seenBy(outsiderId))).toBeNull();
    expect(await notesOf(customer.id, seenBy(outsiderId))).toMatchObject([{ text: 'For everybody' }]);
    expect(await notesOf(customer.id, seenBy(outsiderId, true))).toHaveLength(2);
  });

  test('goes with the call', async () => {
    const callId = await callFrom(uniqueNumber());
    const note = input({ callId });
    await storeNote(note, olga(), seenBy(world.olga.id));
    await db.call.delete({ where: { id: callId } });
    expect(await db.note.count({ where: { id: note.noteId } })).toBe(0);
  });
});

test('however many there are, each is on one page of a customer’s notes, latest first', async () => {
  const { id: customerId } = await createCustomer(db);
  const ids = Array.from({ length: 2 * NOTE_ROWS + 1 }, () => randomUUID());
  // Two at each moment: what the key tells apart.
  await db.note.createMany({
    data: ids.map((id, index) => ({ id, text: 'x', customerId, createdAt: new Date(AT.getTime() + Math.floor(index / 2)) })),
  });

  const read: NoteRow[] = [];
  let after: CreatedKey | null = null;
  do {
    const page: Page<NoteRow, CreatedKey> = await listNotesOfCustomer(customerId, seenBy(world.olga.id), after);
    expect(page.rows.length).toBeLessThanOrEqual(NOTE_ROWS);
    read.push(...page.rows);
    after = page.next;
  } while (after);
  expect(read.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(read.map(({ createdAt }) => createdAt.getTime())).toEqual(
    read.map(({ createdAt }) => createdAt.getTime()).toSorted((a, b) => b - a),
  );
});

describe('a repeated save', () => {
  test('is the same note, with the text as typed by then', async () => {
    const customer = await createCustomer(db);
    const note = input({ customerId: customer.id });
    await storeNote(note, olga(), seenBy(world.olga.id));
    expect(await storeNote({ ...note, text: 'Rings twice' }, olga(), seenBy(world.olga.id))).toMatchObject({ kind: 'stored' });
    expect(await db.note.findMany({ where: { customerId: customer.id } })).toMatchObject([{ text: 'Rings twice' }]);
  });

  test('that changed the text is in the audit, without it; one that changed nothing is not', async () => {
    const customer = await createCustomer(db);
    const note = input({ customerId: customer.id });
    for (const text of [note.text, note.text, 'Rings twice']) await storeNote({ ...note, text }, olga(), seenBy(world.olga.id));

    const audit = await db.auditEntry.findMany({ where: { subjectId: customer.id } });
    expect(audit).toMatchObject([{ action: 'note.changed', userId: world.olga.id, details: { noteId: note.noteId } }]);
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain('Rings');
  });

  test('[R34] under the id of a colleague’s note changes nothing of it', async () => {
    const customer = await createCustomer(db);
    const note = input({ customerId: customer.id });
    await storeNote(note, olga(), seenBy(world.olga.id));
    expect(await storeNote({ ...note, text: 'Mine now' }, { userId: outsiderId, at: AT }, seenBy(outsiderId))).toEqual({
      kind: 'notFound',
    });
    expect(await db.note.findMany({ where: { customerId: customer.id } })).toMatchObject([{ text: note.text }]);
  });

  test('about a customer who is gone is refused', async () => {
    expect(await write({ customerId: randomUUID() })).toEqual({ kind: 'notFound' });
  });
});

describe('a deleted note', () => {
  test('is in no list, and comes back with undo to where it was', async () => {
    const number = uniqueNumber();
    const customer = await createCustomer(db, { numbers: [number] });
    const callId = await callFrom(number);
    const note = input({ callId });
    await storeNote(note, olga(), seenBy(world.olga.id));
    const before = await notesOf(customer.id, seenBy(world.olga.id));

    expect(await removeNote(note.noteId, olga())).toBe(true);
    expect(await removeNote(note.noteId, olga())).toBe(false);
    expect(await notesOf(customer.id, seenBy(world.olga.id))).toEqual([]);
    expect(await listNotesOfCall(callId, seenBy(world.olga.id))).toEqual([]);

    expect(await putNoteBack(note.noteId, olga())).toBe(true);
    expect(await notesOf(customer.id, seenBy(world.olga.id))).toEqual(before);
    expect(await putNoteBack(note.noteId, olga())).toBe(false);

    const audit = await db.auditEntry.findMany({ where: { subjectId: customer.id }, orderBy: { id: 'asc' } });
    expect(audit).toMatchObject([{ action: 'note.deleted' }, { action: 'note.restored' }]);
    expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain(note.text);
  });

  test('[R34] is found, to be put back, only by who may see the call it was on', async () => {
    const onCall = input({ callId: await callFrom(null) });
    const onCustomer = input({ customerId: (await createCustomer(db)).id });
    for (const note of [onCall, onCustomer]) {
      await storeNote(note, olga(), seenBy(world.olga.id));
      await removeNote(note.noteId, olga());
    }

    expect(await findDeletedNote(onCall.noteId, seenBy(world.olga.id))).toMatchObject({ id: onCall.noteId });
    expect(await findDeletedNote(onCall.noteId, seenBy(outsiderId))).toBeNull();
    expect(await findDeletedNote(onCall.noteId, seenBy(outsiderId, true))).not.toBeNull();
    expect(await findDeletedNote(onCustomer.noteId, seenBy(outsiderId))).not.toBeNull();
  });

  test('goes with the customer it was about: nothing of an erased person waits to be put back', async () => {
    const customer = await createCustomer(db);
    const note = input({ customerId: customer.id });
    await storeNote(note, olga(), seenBy(world.olga.id));
    await removeNote(note.noteId, olga());
    await db.customer.delete({ where: { id: customer.id } });
    expect(await db.note.count({ where: { id: note.noteId } })).toBe(0);
  });
});
