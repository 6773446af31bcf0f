import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCall, createCallEvent, createLeg } from '../../prisma/factories/calls.ts';
import { createAddress, createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createNote, createPhoto, createStoredFile } from '../../prisma/factories/files.ts';
import { writtenNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { recordView } from '../audit/record-view.ts';
import { db, pool } from '../db/client.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import { findPerson, footprintOf, listViews, readScope } from './person-queries.ts';

const NUMBER = '+48604700801';
const SECOND = '+48604700802';
const OFFICE = '+48604700803';
const OTHER = '+48604700804';
const NAME = 'Helena Niezapomniana';
const AT = new Date('2026-11-28T10:00:00Z');
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
  ])
    await pool().query(`delete from "${table}"`);
  await storeTheirLife();
});

/** Something of Helena in every place where there can be. */
async function storeTheirLife() {
  const connectionId = world.source.id;
  const lineId = world.line.id;
  helena = (
    await createCustomer(db, {
      name: NAME,
      company: 'Niezapomniana i Syn',
      note: 'Rings twice',
      numbers: [NUMBER, SECOND, OFFICE],
    })
  ).id;
  other = (await createCustomer(db, { name: 'Zenon Inny', note: `Ask ${NAME} at 604-700-801`, numbers: [OFFICE, OTHER] })).id;
  await createAddress(db, { customerId: helena, street: 'Niezapomniana 5' });
  const contact = await db.contactPerson.create({ data: { customerId: helena, name: 'Syn Heleny' } });
  await db.phoneNumber.updateMany({ where: { e164: SECOND }, data: { contactId: contact.id } });
  await createPhoto(db, helena, {});
  await createStoredFile(db, { customerId: helena, name: `${NAME}.pdf` });

  const pointOfSale = await createPointOfSale(db);
  for (const [index, status] of (['delivered', 'cancelled', 'delivered'] as const).entries()) {
    const person =
      index === 2
        ? { customerId: other, customerName: 'Zenon Inny', phoneE164: OTHER }
        : { customerId: helena, customerName: NAME, phoneE164: NUMBER };
    const content = {
      phone: NUMBER,
      customerId: helena,
      customerName: NAME,
      street: 'Niezapomniana 5',
      lines: [{ id: randomUUID(), quantity: 2, note: NAME }],
    };
    const delivery = await createDelivery(db, {
      status,
      pointOfSaleId: pointOfSale.id,
      ...person,
      totalMinor: 1000 * (index + 1),
      itemCount: 2,
      comment: `For ${NAME}`,
      problemReason: index === 0 ? NAME : null,
      ...(index < 2 && { sentContent: content, seenContent: content }),
    });
    await db.deliveryEvent.create({
      data: {
        deliveryId: delivery.id,
        type: 'cancelled',
        at: AT,
        byId: world.olga.id,
        details: { reason: `${NAME} called off`, pointOfSale: 'Mokotów' },
      },
    });
    const message = await db.pointOfSaleMessage.create({
      data: {
        id: randomUUID(),
        pointOfSaleId: pointOfSale.id,
        deliveryId: delivery.id,
        type: 'delivery.sent',
        body: JSON.stringify(index < 2 ? content : { customer: 'Zenon Inny' }),
        nextAttemptAt: AT,
      },
    });
    await db.pointOfSaleAttempt.create({
      data: { messageId: message.id, at: AT, durationMs: 3, status: 200, answer: `cooking for ${NUMBER}` },
    });
  }
  await createDelivery(db, { status: 'draft', customerId: helena, customerName: NAME });

  for (const [index, from] of [NUMBER, SECOND, OTHER, OFFICE].entries()) {
    const pbxCallId = `call-${index}-${randomUUID()}`;
    const isIn = index % 2 === 0;
    const facts = {
      direction: isIn ? ('inbound' as const) : ('outbound' as const),
      phase: 'ended' as const,
      endedAt: AT,
      startedAt: AT,
      lineId,
      operatorId: world.olga.id,
      talkSeconds: 60 + index,
      waitSeconds: index,
      isMissed: index === 2,
    };
    const party = isIn
      ? { fromE164: from, fromRaw: from, fromName: NAME }
      : { fromE164: null, fromRaw: '101', toE164: from, toRaw: from, toDisplay: writtenNumber(from).display };
    const call = await createCall(db, { connectionId, pbxCallId, ...facts, ...party });
    if (index === 2) await db.call.update({ where: { id: call.id }, data: { fromName: 'Zenon Inny' } });
    await createLeg(db, { callId: call.id, extension: '101', userId: world.olga.id, state: 'ended' });
    const body = {
      type: 'call.offered',
      occurredAt: AT.toISOString(),
      call: { callId: pbxCallId, direction: 'inbound', from: { number: from, name: index === 2 ? 'Zenon Inny' : NAME } },
    };
    await createCallEvent(db, { connectionId, pbxCallId, body, occurredAt: AT });
    await createNote(db, { callId: call.id, text: `${NAME} said no`, authorId: world.olga.id });
  }
  await createNote(db, { customerId: helena, text: 'Likes it hot' });
  await createNote(db, { customerId: other, text: `Neighbour of ${NAME}, (604) 700 801` });
  const snapshot = { customer: { name: NAME }, numbers: [{ e164: NUMBER }] };
  await db.customerMerge.create({ data: { keptId: helena, mergedId: randomUUID(), mergedName: NAME, snapshot } });
  await db.auditEntry.create({
    data: { action: 'customer.created', subjectType: 'customer', subjectId: helena, details: { name: NAME, number: NUMBER } },
  });
  await db.auditEntry.create({
    data: { action: 'customer.changed', subjectType: 'customer', subjectId: other, details: { fields: `note, once ${NUMBER}` } },
  });
  await db.webhookDelivery.create({
    data: {
      source: 'x',
      status: 400,
      bytes: 1,
      answer: { issues: [{ path: 'call', message: `not ${NUMBER}` }], digits: 48604700801 },
    },
  });
  await db.customerImport.create({
    data: {
      id: randomUUID(),
      fileName: 'x.csv',
      refusals: { create: { line: 2, reason: 'tooLong@1', text: JSON.stringify([NAME, '604700801']) } },
    },
  });
  await db.savedFilter.upsert({
    where: { userId_list_name: { userId: world.olga.id, list: '/deliveries', name: 'h' } },
    create: { userId: world.olga.id, list: '/deliveries', name: 'h', query: 'text=604700801' },
    update: { query: 'text=604700801' },
  });
}

/** Every place in the whole database where a text holds one of these, whatever tables there will be. */
async function placesWith(...needles: string[]): Promise<string[]> {
  const { rows } = await pool().query<{ schema: string; table: string; column: string }>(`
    select c.table_schema as schema, c.table_name as table, c.column_name as column
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'USER-DEFINED') or c.data_type = 'ARRAY')`);
  const found = [];
  for (const { schema, table, column } of rows) {
    const text = `regexp_replace("${column}"::text, '[\\s().-]', '', 'g')`;
    const { rowCount } = await pool().query(`select 1 from "${schema}"."${table}" where ${text} ilike any($1::text[]) limit 1`, [
      needles.map((needle) => `%${needle.replace(/[\s().-]/g, '')}%`),
    ]);
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

/** Everything that is counted or summed, by day, line, operator and point of sale. */
async function statistics() {
  const asked = [
    `select date_trunc('day', "startedAt") as day, "lineId", "operatorId", direction, "isMissed", count(*), sum("talkSeconds"), sum("waitSeconds"), sum("eventCount") from "Call" group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    `select date_trunc('day', "wantedAt") as day, "pointOfSaleId", "sentToId", status, "problemReason" is not null as problem, count(*), sum("totalMinor"), sum("itemCount") from "Delivery" where status <> 'draft' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    `select "userId", state, count(*) from "Leg" group by 1, 2 order by 1, 2`,
    `select type, count(*) from "CallEvent" group by 1 order by 1`,
    `select type, count(*) from "DeliveryEvent" group by 1 order by 1`,
    `select "pointOfSaleId", type, count(*) from "PointOfSaleMessage" group by 1, 2 order by 1, 2`,
    `select count(*), sum("durationMs") from "PointOfSaleAttempt"`,
    `select action, "userId", count(*) from "AuditEntry" where action <> 'personal-data.erased' group by 1, 2 order by 1, 2`,
    `select count(*) from "ImportRefusal"`,
  ];
  return Promise.all(asked.map(async (text) => (await pool().query(text)).rows));
}

describe('erasePerson', () => {
  test('nothing of them is anywhere in the database, whatever table it was in', async () => {
    const needles = ['604700801', '604700802', 'Niezapomnian', 'Syn Heleny'];
    expect((await placesWith(...needles)).length).toBeGreaterThan(20);

    expect(await erase()).toMatchObject({ kind: 'erased', footprint: { customers: 1, calls: 2, deliveries: 3, files: 2 } });
    expect(await placesWith(...needles)).toEqual([]);
    expect(await db.fileChunk.count()).toBe(0);
  });

  test('every count and every sum is what it was', async () => {
    const before = await statistics();
    await erase();
    expect(await statistics()).toEqual(before);
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
