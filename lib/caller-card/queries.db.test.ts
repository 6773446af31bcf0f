import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber, writtenNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db, pool } from '../db/client.ts';
import { readNumber } from '../phone-number.ts';
import { emptyCard } from './empty-card.ts';
import { findCallerCard } from './queries.ts';

const MINUTE_MS = 60_000;
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let number: string;

beforeEach(async () => {
  world = await createPbxWorld();
  number = uniqueNumber();
});

const cardOf = (written: string, viewerIds: string[] = []) =>
  findCallerCard(pool(), { connectionId: world.source.id, party: readNumber(written, 'PL'), viewerIds });

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

describe('who the customer is', () => {
  test('[S1.3] [S1.6] [S1.7] [S1.9] [S1.12] [S1.13] [S3.4] with company, class, note, place, name, photo and manager', async () => {
    const photo = await db.storedFile.create({
      data: { id: randomUUID(), name: 'h.jpg', mediaType: 'image/jpeg', completedAt: new Date() },
      select: { id: true },
    });
    const known = {
      name: 'Helena Wójcik',
      company: 'Wójcik i Syn',
      class: 'vip' as const,
      note: 'Allergic to nuts.',
      city: 'Kraków',
      country: 'PL',
      photoId: photo.id,
    };
    const marta = await createUser(db, { name: 'Marta Manager', role: 'manager' });
    const { id } = await createCustomer(db, { ...known, managerId: marta.id, numbers: [number] });

    const card = await cardOf(number);
    const nothing = { contact: null, fields: [], hasOpen: false, chosenAt: null };
    expect(card.customers).toEqual([{ id, ...known, managerName: 'Marta Manager', ...nothing }]);
    expect(card.customerCount).toBe(1);
  });

  test('[S1.3] [S1.12] at a company it says whose number it is', async () => {
    const { id: customerId } = await createCustomer(db, { name: 'Lis Logistics' });
    const { id: contactId } = await db.contactPerson.create({
      data: { customerId, name: 'Teresa Lis', position: 'Purchasing' },
      select: { id: true },
    });
    await db.phoneNumber.create({ data: { ...writtenNumber(number), customerId, contactId }, select: { id: true } });

    expect((await cardOf(number)).customers).toMatchObject([
      { name: 'Lis Logistics', contact: { name: 'Teresa Lis', position: 'Purchasing' } },
    ]);
  });

  test('[S1.2] it tells what the organisation’s own fields say, in their order, without those that say nothing or are gone', async () => {
    const field = (label: string, position: number, archivedAt: Date | null = null) =>
      db.customerField.create({ data: { label, kind: 'text', choices: [], position, archivedAt }, select: { id: true } });
    const [second, first, gone] = [await field('Gate code', 2), await field('Dog', 1), await field('Fax', 3, new Date())];
    await field('Empty', 4);
    await createCustomer(db, { numbers: [number], extra: { [second.id]: '12#', [first.id]: true, [gone.id]: '555' } });

    expect((await cardOf(number)).customers[0]?.fields).toEqual([
      { label: 'Dog', kind: 'text', value: true },
      { label: 'Gate code', kind: 'text', value: '12#' },
    ]);
  });

  test.each(['+4930123456', '004930123456', '030123456', '(030) 12-34/56', 'sip:030123456@host;user=phone'])(
    '[R28] %s is one customer where numbers are read as German',
    async (written) => {
      await createCustomer(db, { name: 'Karl', numbers: ['+4930123456'] });
      const party = readNumber(written, 'DE');
      const card = await findCallerCard(pool(), { connectionId: world.source.id, party, viewerIds: [] });
      expect(card.customers.map(({ name }) => name)).toContain('Karl');
    },
  );

  test('[R28] extension 101 is Olga, whatever customer has a number that ends so', async () => {
    await createCustomer(db, { numbers: ['+48600100101'] });
    expect(await cardOf('101')).toEqual({ ...emptyCard, colleague: { id: world.olga.id, name: 'Olga Operator' } });
  });

  test.each(['anonymous', 'unavailable', '', '0000'])('[R29] a caller who sends "%s" is nobody', async (written) => {
    await createCustomer(db, { name: 'Nobody’s' });
    expect(await cardOf(written)).toEqual(emptyCard);
  });
});

describe('several customers with one number', () => {
  test('[R30] [S0.14] first who has something open, then who was chosen last, then by name', async () => {
    const share = async (name: string, chosenAt: Date | null = null) => {
      const { id } = await createCustomer(db, { name });
      await db.phoneNumber.create({ data: { ...writtenNumber(number), customerId: id, chosenAt }, select: { id: true } });
      return id;
    };
    await share('Zofia');
    await share('Adam');
    await share('Bogdan', minutesAgo(60));
    await share('Celina', minutesAgo(1));
    const open = await share('Zenon');
    await createDelivery(db, { customerId: open, status: 'cooking', phoneE164: uniqueNumber() });

    const { customers } = await cardOf(number);
    expect(customers.map(({ name }) => name)).toEqual(['Zenon', 'Celina', 'Bogdan', 'Adam', 'Zofia']);
    expect(customers.map(({ hasOpen }) => hasOpen)).toEqual([true, false, false, false, false]);
  });

  test('a delivery that is a draft, delivered or cancelled is nothing open', async () => {
    const { id: customerId } = await createCustomer(db, { numbers: [number] });
    for (const status of ['draft', 'delivered', 'cancelled'] as const) await createDelivery(db, { customerId, status });
    expect((await cardOf(number)).customers).toMatchObject([{ hasOpen: false }]);
  });

  test('[R30] of 5 000 customers twenty are on the card, and all are counted', async () => {
    await db.$executeRaw`
      with people as (insert into "Customer" (id, name) select gen_random_uuid(), 'Shared ' || lpad(g::text, 4, '0')
                        from generate_series(0, 4999) g returning id)
      insert into "PhoneNumber" (id, raw, e164, display, "customerId")
      select gen_random_uuid(), ${number}, ${number}, ${number}, id from people`;

    const chosen = await db.phoneNumber.findFirstOrThrow({
      where: { e164: number },
      select: { id: true, customerId: true },
      orderBy: { customerId: 'desc' },
    });
    await db.phoneNumber.update({ where: { id: chosen.id }, data: { chosenAt: new Date() }, select: { id: true } });

    const card = await cardOf(number);
    expect(card.customerCount).toBe(5_000);
    expect(card.customers).toHaveLength(20);
    expect(card.customers[0]?.id).toBe(chosen.customerId);
  });
});

describe('earlier calls of the number', () => {
  test('are told in both directions, the latest first: when, missed or how long, and by whom', async () => {
    const base = { connectionId: world.source.id, phase: 'ended' as const, operatorId: world.olga.id, endedAt: new Date() };
    await createCall(db, { ...base, fromE164: number, startedAt: minutesAgo(30), talkSeconds: 95 });
    await createCall(db, { ...base, fromE164: number, startedAt: minutesAgo(20), isMissed: true, operatorId: null });
    await createCall(db, { ...base, direction: 'outbound', fromE164: null, toE164: number, startedAt: minutesAgo(10) });
    await createCall(db, { connectionId: world.source.id, fromE164: number, startedAt: minutesAgo(0) });
    await createCall(db, { ...base, fromE164: uniqueNumber(), startedAt: minutesAgo(5) });

    expect((await cardOf(number)).earlierCalls).toMatchObject([
      { direction: 'outbound', isMissed: false, operatorName: 'Olga Operator' },
      { direction: 'inbound', isMissed: true, operatorName: null },
      { direction: 'inbound', isMissed: false, talkSeconds: 95, operatorName: 'Olga Operator', startedAt: expect.any(String) },
    ]);
  });

  test('are the last five', async () => {
    for (let index = 0; index < 7; index += 1)
      await createCall(db, { connectionId: world.source.id, phase: 'ended', fromE164: number, startedAt: minutesAgo(index) });
    expect((await cardOf(number)).earlierCalls).toHaveLength(5);
  });

  test('of a customer are not those of the line they call', async () => {
    const call = { connectionId: world.source.id, phase: 'ended' as const, fromE164: uniqueNumber(), toE164: number };
    await createCall(db, { ...call, direction: 'inbound' });
    expect((await cardOf(number)).earlierCalls).toEqual([]);
  });
});

describe('[R34] an earlier call and what was written on it', () => {
  async function noteOn(lineId: string | null, operatorId: string | null, customerId: string | null = null) {
    const call = await createCall(db, { connectionId: world.source.id, phase: 'ended', fromE164: number, lineId, operatorId });
    const data = { id: randomUUID(), text: 'Rings at the side door', callId: call.id, customerId };
    await db.note.create({ data, select: { id: true } });
    return call;
  }
  const notesFor = async (...viewerIds: string[]) => (await cardOf(number, viewerIds)).earlierCalls.map(({ notes }) => notes);

  test('is on the card of those who serve its line', async () => {
    await noteOn(world.line.id, null);
    expect(await notesFor(world.olga.id, world.oskar.id)).toEqual([['Rings at the side door']]);
  });

  test('is on no card that also somebody gets who may not see that call', async () => {
    const { id: lineId } = await createLine(db, { connectionId: world.source.id, operatorIds: [world.olga.id] });
    await noteOn(lineId, null);
    expect(await notesFor(world.olga.id)).toEqual([['Rings at the side door']]);
    expect(await notesFor(world.olga.id, world.oskar.id)).toEqual([]);
  });

  test('is on the card of whoever had that call, or whose telephone rang', async () => {
    const { id: callId } = await noteOn(null, world.oskar.id);
    await createLeg(db, { callId, userId: world.olga.id });
    expect(await notesFor(world.olga.id, world.oskar.id)).toEqual([['Rings at the side door']]);
  });

  test('is on the card of a supervisor, and of a role that was given the right to see all lines', async () => {
    await noteOn(null, null);
    const supervisor = await createUser(db, { role: 'supervisor' });
    const manager = await createUser(db, { role: 'manager' });
    expect(await notesFor(supervisor.id)).toEqual([['Rings at the side door']]);
    expect(await notesFor(manager.id)).toEqual([]);

    await db.roleGrant.create({ data: { role: 'manager', permission: 'call:see-all-lines' } });
    expect(await notesFor(manager.id)).toEqual([['Rings at the side door']]);
    await db.roleGrant.deleteMany();
  });

  test('is not told twice where it is also about the customer, and not at all once deleted', async () => {
    const customer = await createCustomer(db, { numbers: [number] });
    const { id: callId } = await noteOn(world.line.id, null, customer.id);
    const author = { authorId: world.oskar.id, customerId: customer.id };
    await db.note.create({ data: { id: randomUUID(), text: 'Pays in cash', ...author } });

    const card = await cardOf(number, [world.olga.id]);
    expect(card.earlierCalls).toMatchObject([{ id: callId, notes: ['Rings at the side door'] }]);
    expect(card.notes).toMatchObject([{ text: 'Pays in cash', author: 'Oskar Operator' }]);

    await db.note.updateMany({ data: { deletedAt: new Date(), customerId: null, callId: null } });
    expect(await cardOf(number, [world.olga.id])).toMatchObject({ earlierCalls: [{ notes: [] }], notes: [] });
  });

  test('about a customer is on no card of several: it could be read to the wrong one', async () => {
    const [one] = [await createCustomer(db, { numbers: [number] }), await createCustomer(db, { numbers: [number] })];
    await db.note.create({ data: { id: randomUUID(), text: 'Pays in cash', customerId: one.id } });
    expect((await cardOf(number)).notes).toEqual([]);
  });
});
