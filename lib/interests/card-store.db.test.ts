import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createInterest, createServiceType } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findInterest } from './card-queries.ts';
import type { ChangeInterest } from './details-schema.ts';
import { storeDetails } from './details-store.ts';
import { removeInterestNote, storeInterestNote } from './note-store.ts';
import { listTasks } from './task-queries.ts';
import { removeTask, storeTask, storeTaskChange, storeTick } from './task-store.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let marta: { id: string };

beforeEach(async () => {
  marta = await createUser(db, { name: 'Marta Manager', role: 'manager' });
});

const change = (interestId: string, from: ChangeInterest['from'], to: ChangeInterest['to']) =>
  storeDetails({ interestId, from, to }, { at: AT, country: 'PL' });

describe('what is said of an interest', () => {
  test('[R9] of two who change the same one is told what the other made of it; other fields are in nobody’s way', async () => {
    const { id } = await createInterest(db, { subject: 'Lunch' });
    const outcomes = await Promise.all([
      change(id, { subject: 'Lunch' }, { subject: 'Dinner' }),
      change(id, { subject: 'Lunch' }, { subject: 'Breakfast' }),
      change(id, { whatToDo: '' }, { whatToDo: 'Call' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'changed', 'conflict']);
    const stored = await db.interest.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({ whatToDo: 'Call', version: 3, changedAt: AT });
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({
      fields: ['subject'],
      theirs: { subject: stored.subject },
    });
  });

  test('a save that is repeated finds what it wanted', async () => {
    const { id } = await createInterest(db, { subject: 'Lunch' });
    await change(id, { subject: 'Lunch' }, { subject: 'Dinner' });
    expect(await change(id, { subject: 'Lunch' }, { subject: 'Dinner' })).toEqual({ kind: 'unchanged' });
    expect(await change(randomUUID(), {}, { subject: 'Dinner' })).toEqual({ kind: 'notFound' });
  });

  test('what is not offered any more, or is somebody else’s, is refused by its field; what is chosen already may stay', async () => {
    const { id: customerId } = await createCustomer(db);
    const contact = await createContact(db, { customerId: (await createCustomer(db)).id });
    const archived = await createServiceType(db);
    const { id } = await createInterest(db, { customerId, serviceTypeId: archived.id });
    await db.serviceType.update({ where: { id: archived.id }, data: { archivedAt: AT } });
    const other = await createServiceType(db);
    await db.serviceType.update({ where: { id: other.id }, data: { archivedAt: AT } });
    const operator = await createUser(db);

    const wish = { serviceTypeId: other.id, responsibleId: operator.id, contactId: contact.id };
    const from = { serviceTypeId: archived.id, responsibleId: null, contactId: null };
    expect(await change(id, from, wish)).toEqual({
      kind: 'invalid',
      problems: { serviceTypeId: 'serviceTypeGone', responsibleId: 'managerGone', contactId: 'contactGone' },
    });
    const stays = { serviceTypeId: archived.id, responsibleId: marta.id };
    expect(await change(id, from, stays)).toMatchObject({ kind: 'changed' });
  });

  test('[R28] the number of a potential customer is read in any notation, and refused where it is none', async () => {
    const { id } = await createInterest(db, { phoneE164: '+48600700800', phoneDisplay: '+48 600 700 800' });
    const from = { phone: '+48 600 700 800' };
    expect(await change(id, from, { phone: 'Helena' })).toMatchObject({ problems: { phone: 'numberInvalid' } });
    expect(await change(id, from, { phone: '0048 600700801' })).toMatchObject({ kind: 'changed' });
    expect((await findInterest(id))?.phone).toEqual({ e164: '+48600700801', display: '+48 600 700 801', isCallable: true });
    await change(id, { phone: '+48 600 700 801' }, { phone: '' });
    expect((await findInterest(id))?.phone).toBeNull();
  });

  test('who became a customer meanwhile is potential no more: what was typed of them is asked about', async () => {
    const { id: customerId } = await createCustomer(db);
    const { id } = await createInterest(db, { customerId });
    expect(await change(id, { potentialName: '' }, { potentialName: 'Żaneta' })).toMatchObject({
      kind: 'conflict',
      fields: ['potentialName'],
      theirs: { potentialName: '' },
    });
  });

  test('[S3.5] the number of the contact person is the one to call, where they have one', async () => {
    const [main, theirs] = [uniqueNumber(), uniqueNumber()];
    const { id: customerId } = await createCustomer(db, { numbers: [main, theirs] });
    const contact = await createContact(db, { customerId });
    const { id } = await createInterest(db, { customerId, contactId: contact.id });
    expect((await findInterest(id))?.phone?.e164).toBe(main);
    await db.phoneNumber.updateMany({ where: { e164: theirs }, data: { contactId: contact.id } });
    expect((await findInterest(id))?.phone?.e164).toBe(theirs);
  });
});

describe('a note about an interest', () => {
  const write = (interestId: string, noteId: string, text: string, userId = marta.id) =>
    storeInterestNote({ noteId, interestId, text }, { userId, at: AT });

  test('is one, however often it is sent, with what was typed by then; nobody writes into a colleague’s', async () => {
    const { id } = await createInterest(db);
    const noteId = randomUUID();
    await Promise.all([write(id, noteId, 'Wants'), write(id, noteId, 'Wants')]);
    await write(id, noteId, 'Wants pierogi');
    const oskar = await createUser(db, { role: 'manager' });
    expect(await write(id, noteId, 'Mine', oskar.id)).toEqual({ kind: 'notFound' });
    expect(await db.interaction.findMany({ where: { interestId: id } })).toMatchObject([{ text: 'Wants pierogi', kind: 'note' }]);
    expect(await write(randomUUID(), randomUUID(), 'Of nothing')).toEqual({ kind: 'notFound' });
  });

  test('deleted by who wrote it, it can be put back to its place, and never into the future', async () => {
    const { id } = await createInterest(db);
    const noteId = randomUUID();
    await write(id, noteId, 'Wants');
    const oskar = await createUser(db, { role: 'manager' });
    expect(await removeInterestNote({ noteId, interestId: id }, { userId: oskar.id, at: AT })).toBeNull();
    expect(await removeInterestNote({ noteId, interestId: id }, { userId: marta.id, at: AT })).toBeGreaterThan(1);

    const put = (writtenAt: string) =>
      storeInterestNote(
        { noteId: randomUUID(), interestId: id, text: 'Wants', writtenAt },
        { userId: marta.id, at: new Date('2026-11-28T12:00:00Z') },
      );
    await put(AT.toISOString());
    await put('2099-01-01T00:00:00.000Z');
    const rows = await db.interaction.findMany({ where: { interestId: id }, orderBy: { at: 'asc' } });
    expect(rows.map(({ at }) => at.toISOString())).toEqual([AT.toISOString(), '2026-11-28T12:00:00.000Z']);
  });
});

describe('what is to be done about an interest', () => {
  const details = () => ({ title: 'Send the offer', dueAt: '2026-11-29T09:00:00.000Z', assigneeId: marta.id });

  test('a task is added once, changed, ticked off once, deleted and put back as it was', async () => {
    const { id: interestId } = await createInterest(db);
    const task = { taskId: randomUUID(), interestId };
    const add = { ...task, details: details(), doneAt: null };
    await Promise.all([storeTask(add, { at: AT }), storeTask(add, { at: AT })]);
    const to = { ...details(), title: 'Send two offers' };
    expect(await storeTaskChange({ ...task, from: details(), to }, { at: AT })).toMatchObject({ kind: 'stored' });
    expect(await storeTaskChange({ ...task, from: details(), to }, { at: AT })).toMatchObject({ kind: 'stored' });
    const other = { ...details(), title: 'Call' };
    expect(await storeTaskChange({ ...task, from: details(), to: other }, { at: AT })).toEqual({ kind: 'conflict' });

    await storeTick({ ...task, isDone: true }, { at: AT });
    await storeTick({ ...task, isDone: true }, { at: new Date('2026-11-28T11:00:00Z') });
    const [done] = (await listTasks(interestId)).rows;
    expect(done).toMatchObject({ title: 'Send two offers', doneAt: AT });

    const removed = await removeTask(task, { at: AT });
    expect((await listTasks(interestId)).rows).toEqual([]);
    expect(await removeTask(task, { at: AT })).toMatchObject({ task: null });
    if (!removed?.task) throw new Error('What there was is not told.');
    await storeTask(removed.task, { at: AT });
    expect((await listTasks(interestId)).rows).toEqual([done]);
    await storeTick({ ...task, isDone: false }, { at: AT });
    expect((await listTasks(interestId)).rows).toMatchObject([{ doneAt: null }]);
  });

  test('nobody is asked who cannot work on interests, and a task of one interest is not one of another', async () => {
    const { id: interestId } = await createInterest(db);
    const operator = await createUser(db);
    const add = { taskId: randomUUID(), interestId, doneAt: null };
    const asked = { ...details(), assigneeId: operator.id };
    expect(await storeTask({ ...add, details: asked }, { at: AT })).toEqual({ kind: 'assigneeGone' });
    await storeTask({ ...add, details: details() }, { at: AT });

    const { id: elsewhere } = await createInterest(db);
    expect(await storeTick({ ...add, interestId: elsewhere, isDone: true }, { at: AT })).toEqual({ kind: 'notFound' });
    expect((await listTasks(interestId)).rows).toMatchObject([{ doneAt: null }]);
  });

  test('every task is on one page: the next due first, then what was done last, also of one moment', async () => {
    const { id: interestId } = await createInterest(db);
    const day = (index: number) => new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 2)));
    const rows = Array.from({ length: 50 }, (_, index) => ({
      id: randomUUID(),
      interestId,
      title: `Task ${index}`,
      dueAt: day(index),
      doneAt: index % 2 === 0 ? null : day(50 - index),
    }));
    await db.interestTask.createMany({ data: rows });

    const seen = [];
    for (let page = await listTasks(interestId); ; page = await listTasks(interestId, page.next)) {
      seen.push(...page.rows);
      if (!page.next) break;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(50);
    expect(seen).toHaveLength(50);
    const open = seen.filter(({ doneAt }) => doneAt === null);
    expect(seen.slice(0, 25)).toEqual(open);
    expect(open.map(({ dueAt }) => dueAt.getTime())).toEqual(open.map(({ dueAt }) => dueAt.getTime()).toSorted((a, b) => a - b));
  });
});
