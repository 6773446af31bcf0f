import { randomUUID } from 'node:crypto';
import { createCall, createCallEvent, createLeg } from '../../prisma/factories/calls.ts';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery, createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createNote, createPhoto, createStoredFile } from '../../prisma/factories/files.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { writtenNumber } from '../../prisma/factories/numbers.ts';
import type { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db, pool } from '../db/client.ts';

type World = Awaited<ReturnType<typeof createPbxWorld>>;

export const NUMBER = '+48604700801';
export const SECOND = '+48604700802';
export const OFFICE = '+48604700803';
export const OTHER = '+48604700804';
export const NAME = 'Helena Niezapomniana';
export const AT = new Date('2026-11-28T10:00:00Z');

/** Something of Helena in every place where there can be. */
export async function storeTheirLife(world: World): Promise<{ helena: string; other: string }> {
  const connectionId = world.source.id;
  const lineId = world.line.id;
  const helena = (
    await createCustomer(db, {
      name: NAME,
      company: 'Niezapomniana i Syn',
      note: 'Rings twice',
      numbers: [NUMBER, SECOND, OFFICE],
    })
  ).id;
  const other = (await createCustomer(db, { name: 'Zenon Inny', note: `Ask ${NAME} at 604-700-801`, numbers: [OFFICE, OTHER] }))
    .id;
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
  await storeTheirInterests(world, { helena, other });
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
  return { helena, other };
}

/** What they and others are interested in, what was said and is to be done about it, and an inquiry that was begun in a call. */
async function storeTheirInterests(world: World, { helena, other }: { helena: string; other: string }): Promise<void> {
  const potential = {
    potentialName: 'Helena z Niezapomnianej',
    potentialCompany: NAME,
    phoneE164: NUMBER,
    phoneDisplay: '604 700 801',
  };
  const whose = [{ customerId: helena, lostReason: `${NAME} moved` }, potential, { customerId: other }];
  for (const [index, of] of whose.entries()) {
    const stage = index === 0 ? ('lost' as const) : ('in_work' as const);
    const said = { subject: `Lunch for ${NAME}`, whatToDo: `Call ${NUMBER}`, description: NAME };
    const { id: interestId } = await createInterest(db, { ...of, ...said, stage, responsibleId: world.olga.id, stageSince: AT });
    await db.interaction.createMany({
      data: [
        { id: randomUUID(), interestId, kind: 'note', text: `${NAME} insists`, at: AT, byId: world.olga.id },
        { id: randomUUID(), interestId, kind: 'stage_change', details: { from: {}, to: {}, reason: NAME }, at: AT },
      ],
    });
    await db.interestTask.createMany({
      data: [
        { id: randomUUID(), interestId, title: `Thank ${NAME}`, dueAt: AT, doneAt: AT },
        { id: randomUUID(), interestId, title: `Visit ${NAME}`, dueAt: AT },
      ],
    });
  }
  const call = await db.call.findFirstOrThrow({ where: { fromE164: NUMBER } });
  const content = { phone: NUMBER, name: NAME, subject: 'Wants a lot' };
  await db.inquiryDraft.create({ data: { callId: call.id, content, changedAt: AT } });
}

/** Every place in the whole database where a text holds one of these, whatever tables there will be. */
export async function placesWith(...needles: string[]): Promise<string[]> {
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
export async function statistics() {
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
    `select "stageId", "stageSince", "closedAt" is null as open, "responsibleId", count(*) from "Interest" group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    `select kind, at, "byId", count(*) from "Interaction" group by 1, 2, 3 order by 1, 2, 3`,
  ];
  return Promise.all(asked.map(async (text) => (await pool().query(text)).rows));
}
