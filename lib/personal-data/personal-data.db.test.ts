import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { recordView } from '../audit/record-view.ts';
import { db, pool } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { verifyChain } from '../missed-calls/verify.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import { findPerson, footprintOf, listViews, readScope } from './person-queries.ts';
import { AT, NAME, NUMBER, OFFICE, OTHER, placesWith, SECOND, statistics, storeTheirLife } from './testing.ts';
import type { PersonScope } from './types.ts';

const scope = { kind: 'number', e164: NUMBER } as const;

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let adminId: string;
let helena: string;
let other: string;

const erase = (change: Partial<Parameters<typeof erasePerson>[0]> = {}) =>
  erasePerson({ scope, typed: '604 700 801', country: 'PL', userId: adminId, at: AT, ...change });

beforeAll(async () => {
  world = await createPbxWorld();
  await createOrganisation(db);
  adminId = (await createUser(db, { name: 'Ada Admin', role: 'admin' })).id;
});

beforeEach(async () => {
  for (const table of [
    'Delivery',
    'Call',
    'CallEvent',
    'Customer',
    'AuditEntry',
    'Note',
    'StoredFile',
    'Driver',
    'CustomerImport',
    'WebhookDelivery',
    'PointOfSale',
    'Interest',
  ])
    await pool().query(`delete from "${table}"`);
  ({ helena, other } = await storeTheirLife(world));
});

describe('erasePerson', () => {
  test('nothing of them is anywhere in the database, whatever table it was in', async () => {
    const needles = ['604700801', '604700802', 'Niezapomnian', 'Syn Heleny'];
    expect((await placesWith(...needles)).length).toBeGreaterThan(20);

    expect(await erase()).toMatchObject({
      kind: 'erased',
      footprint: { customers: 1, calls: 2, deliveries: 3, files: 2, interests: 2 },
    });
    expect(await placesWith(...needles)).toEqual([]);
    expect(await db.fileChunk.count()).toBe(0);
    expect(await db.inquiryDraft.count()).toBe(0);
  });

  test('that they were missed stays, without who it was, and the chain of it is whole', async () => {
    const { offered, end } = buildCallEvents(NUMBER, world.line.e164, randomUUID());
    await recordEvents(world.source, randomUUID(), parsed(offered, end()));
    const { id, chainId } = await db.missedCall.findFirstOrThrow({ where: { callerE164: NUMBER } });
    const sms = { missedCallId: id, toE164: NUMBER, text: `Dear ${NAME}`, byId: world.olga.id, queuedAt: AT };
    await db.smsMessage.create({ data: { ...sms, id: randomUUID(), state: 'sent', sentAt: AT } });
    await db.smsMessage.create({ data: { ...sms, id: randomUUID(), nextAttemptAt: AT } });
    const document = [];
    for await (const piece of (await exportPerson({ scope, userId: adminId, at: AT })) ?? []) document.push(piece);
    expect(JSON.parse(document.join('')).missedCalls).toMatchObject([
      { id, misses: 1, sms: [{ text: `Dear ${NAME}`, toE164: NUMBER }, { text: `Dear ${NAME}` }] },
    ]);

    await erase();
    expect(await placesWith('604700801', 'Niezapomniana')).toEqual([]);
    const left = await db.smsMessage.findMany({ select: { state: true, cause: true, text: true }, orderBy: { state: 'asc' } });
    expect(left).toEqual([
      { state: 'sent', cause: null, text: '' },
      { state: 'failed', cause: 'forgotten', text: '' },
    ]);
    expect(await db.missedCall.findUnique({ where: { id } })).toMatchObject({ state: 'listed', misses: 1, callerE164: null });
    expect(await verifyChain(chainId)).toMatchObject({ ok: true });
  });

  test('every count and every sum is what it was', async () => {
    const before = await statistics();
    await erase();
    expect(await statistics()).toEqual(before);
  });

  test('what they were interested in stays as it is counted, without who it was, and with nothing left to do', async () => {
    await erase();
    const theirs = await db.interest.findMany({
      where: { customerId: null },
      include: { tasks: true },
      orderBy: { number: 'asc' },
    });
    expect(theirs).toMatchObject([
      { subject: '', lostReason: '', closedAt: AT, responsibleId: world.olga.id, tasks: [{ title: '', doneAt: AT }] },
      { subject: '', potentialName: '', phoneE164: null, closedAt: null, tasks: [{ title: '', doneAt: AT }] },
    ]);
    const zenons = await db.interest.findFirst({ where: { customerId: other }, include: { tasks: true } });
    expect(zenons).toMatchObject({ subject: 'Lunch for …', tasks: [{ title: 'Thank …' }, { title: 'Visit …' }] });
  });

  test('others keep what is theirs, also a number they share', async () => {
    await erase();
    const zenon = await db.customer.findUniqueOrThrow({
      where: { id: other },
      include: { numbers: { orderBy: { e164: 'asc' } } },
    });
    expect(zenon).toMatchObject({ name: 'Zenon Inny', note: 'Ask … at …' });
    expect(zenon.numbers.map(({ e164 }) => e164)).toEqual([OFFICE, OTHER]);
    expect(await db.call.findFirst({ where: { fromE164: OTHER } })).toMatchObject({ fromName: 'Zenon Inny' });
    expect(await db.call.count({ where: { toE164: OFFICE } })).toBe(1);
    expect(await db.delivery.findFirst({ where: { phoneE164: OTHER } })).toMatchObject({
      customerName: 'Zenon Inny',
      street: 'Puławska 12',
    });
  });

  test('the order of somebody else, called for from their number, keeps all but the number', async () => {
    const lines = [{ id: randomUUID(), quantity: 2, note: 'Hot' }];
    const content = { phone: '604 700 801', customerId: other, customerName: 'Zenon Inny', street: 'Puławska 12', lines };
    const person = { customerId: other, customerName: 'Zenon Inny', phoneRaw: '604 700 801', phoneDisplay: '604 700 801' };
    const facts = { status: 'delivered', totalMinor: 4500, sentContent: content, seenContent: content } as const;
    const called = await createDelivery(db, { ...person, phoneE164: NUMBER, ...facts });
    const corrected = await createDelivery(db, { customerId: other, phoneE164: OTHER, ...facts });
    await erase();

    const sent = { ...content, phone: '' };
    const stays = { totalMinor: 4500, sentContent: sent, seenContent: sent, customerId: other };
    expect(await db.delivery.findUnique({ where: { id: called.id } })).toMatchObject({
      ...stays,
      customerName: 'Zenon Inny',
      phoneRaw: '',
      phoneE164: null,
      phoneDisplay: '',
      version: called.version + 1,
    });
    expect(await db.delivery.findUnique({ where: { id: corrected.id } })).toMatchObject({ ...stays, phoneE164: OTHER });
  });

  test('what was begun in the call of somebody else, with them chosen, is told and goes', async () => {
    const call = await createCall(db, { connectionId: world.source.id, fromE164: OTHER, phase: 'ended', endedAt: AT });
    const content = { customerId: helena, subject: 'Begun elsewhere' };
    await db.inquiryDraft.create({ data: { callId: call.id, content, changedAt: AT } });
    let text = '';
    for await (const part of (await exportPerson({ scope, userId: adminId, at: AT })) ?? []) text += part;
    expect(JSON.parse(text).inquiryDrafts).toMatchObject([{ callId: call.id, content }]);

    await erase();
    expect(await db.inquiryDraft.count({ where: { callId: call.id } })).toBe(0);
  });

  test('one customer alone: who shares their numbers keeps them', async () => {
    await createCustomer(db, { name: 'Druga Osoba', numbers: [NUMBER] });
    expect(await erase({ scope: { kind: 'customer', customerId: helena }, typed: SECOND })).toMatchObject({ kind: 'erased' });
    expect(await db.customer.count()).toBe(2);
    expect(await db.call.count({ where: { fromE164: NUMBER } })).toBe(1);
    expect(await db.delivery.count({ where: { customerName: NAME } })).toBe(0);
  });

  test('somebody else who is called the same keeps their name', async () => {
    await createCustomer(db, { name: NAME, numbers: ['+48604700899'] });
    await erase();
    expect(await db.customer.count({ where: { name: NAME } })).toBe(1);
  });

  test('a contact person goes, the company stays', async () => {
    await erase({ scope: { kind: 'number', e164: SECOND }, typed: SECOND });
    expect(await db.contactPerson.count()).toBe(0);
    expect(await db.customer.count({ where: { id: helena } })).toBe(1);
    expect(await placesWith('604700802', 'Syn Heleny')).toEqual([]);
  });

  test('who was erased and calls again is unknown, and their old calls fold as before', async () => {
    await erase();
    const person = await findPerson(scope);
    expect(person).toMatchObject({ customers: [], numbers: [NUMBER] });
    if (person) expect(await footprintOf(person)).toMatchObject({ calls: 0, deliveries: 0, customers: 0 });
  });

  test('a call that is up or a delivery under way is refused, and nothing is touched', async () => {
    const call = await createCall(db, { connectionId: world.source.id, fromE164: NUMBER });
    expect(await erase()).toMatchObject({ kind: 'busy', busy: { calls: 1, deliveries: 0 } });
    await db.call.delete({ where: { id: call.id } });
    await createDelivery(db, { status: 'cooking', customerId: helena });
    expect(await erase()).toMatchObject({ kind: 'busy', busy: { calls: 0, deliveries: 1 } });
    expect(await db.customer.count({ where: { id: helena } })).toBe(1);
  });

  test('another number typed, a driver, or nobody: refused with which', async () => {
    expect(await erase({ typed: OTHER })).toEqual({ kind: 'notConfirmed' });
    expect(await erase({ scope: { kind: 'customer', customerId: randomUUID() } })).toEqual({ kind: 'notFound' });
    await createDriver(db, { numbers: ['+48604700888'] });
    expect(await erase({ scope: { kind: 'number', e164: '+48604700888' }, typed: '+48604700888' })).toEqual({ kind: 'ofDriver' });
  });

  test('a line of our own is no person: its calls are those of everybody, also where it was written down as a customer’s', async () => {
    const line = world.line.e164;
    await createCall(db, {
      connectionId: world.source.id,
      fromE164: '+48604700999',
      toE164: line,
      phase: 'ended',
      endedAt: new Date(),
    });
    const own: PersonScope = { kind: 'number', e164: line };
    expect(await erase({ scope: own, typed: line })).toEqual({ kind: 'ofLine' });
    expect(await findPerson(own)).toMatchObject({ belongsTo: 'line', numbers: [] });

    const { id } = await createCustomer(db, { name: 'Wrote Our Number', numbers: [line] });
    expect(await findPerson({ kind: 'customer', customerId: id })).toMatchObject({ numbers: [], belongsTo: null });
    await erase({ scope: { kind: 'customer', customerId: id }, typed: 'Wrote Our Number' });
    expect(await db.call.count({ where: { toE164: line } })).toBe(1);
  });

  test('two admins who erase at once erase once', async () => {
    const outcomes = await Promise.all([erase(), erase()]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['erased', 'erased']);
    const entries = await db.auditEntry.findMany({ where: { action: 'personal-data.erased' }, orderBy: { id: 'asc' } });
    expect(entries.map(({ details }) => details)).toMatchObject([{ customers: 1 }, { customers: 0, calls: 0 }]);
  });

  test('the audit says who erased and when, by a key that tells the number to nobody', async () => {
    await erase();
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'personal-data.erased' } });
    expect(entry).toMatchObject({ userId: adminId, subjectType: 'number', details: { scope: 'number', customers: 1 } });
    expect(entry.subjectId).toMatch(/^[\w-]{22}$/);
  });
});

describe('exportPerson', () => {
  test('everything is in it, as one document that can be read, with the files inside', async () => {
    let text = '';
    for await (const part of (await exportPerson({ scope, userId: adminId, at: AT })) ?? []) text += part;
    const document = JSON.parse(text);

    expect(document).toMatchObject({ numbers: [NUMBER, SECOND], numbersSharedWithOthers: [OFFICE] });
    expect(document.customers).toMatchObject([{ name: NAME, addresses: [{ street: 'Niezapomniana 5' }] }]);
    expect(document.deliveries).toHaveLength(3);
    expect(document.calls).toHaveLength(2);
    expect(document.calls[0].events).toHaveLength(1);
    expect(document.notes).toMatchObject([{ text: 'Likes it hot' }]);
    expect(document.files.map(({ base64 }: { base64: string }) => Buffer.from(base64, 'base64').toString())).toContain('A file');
    const byPotential = document.interests.toSorted((a: { phoneE164: string | null }) => (a.phoneE164 ? 1 : -1));
    expect(byPotential).toMatchObject([
      { lostReason: `${NAME} moved`, interactions: [{}, {}], tasks: [{}, {}] },
      { potentialCompany: NAME, phoneE164: NUMBER },
    ]);
    expect(document.merges).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { action: 'personal-data.exported', userId: adminId } })).toBe(1);
    expect(await placesWith('personal-data.exported')).toEqual(['AuditEntry.action']);
  });

  test('[R28] a number in any notation is read, and what is none is told', () => {
    for (const number of ['+48604700801', '0048604700801', '604 700 801', '(604) 700-801'])
      expect(readScope({ number }, 'PL')).toEqual(scope);
    expect(readScope({ number: 'Helena' }, 'PL')).toBe('unreadable');
    expect(readScope({}, 'PL')).toBeNull();
  });
});

describe('recordView', () => {
  test('who looked is written down once in a quarter of an hour, also from two windows at once', async () => {
    const view = (minutes: number) =>
      recordView({ userId: world.olga.id, customerId: helena, at: new Date(Date.now() + minutes * 60_000) });
    await Promise.all(Array.from({ length: 5 }, () => view(0)));
    await view(10);
    const views = await listViews({ customers: [{ id: helena, name: NAME, company: null }] });
    expect(views).toMatchObject([{ userName: 'Olga Operator', customerName: NAME }]);
    await view(16);
    expect(await listViews({ customers: [{ id: helena, name: NAME, company: null }] })).toHaveLength(2);
  });
});
