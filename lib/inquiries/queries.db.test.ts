import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createInterest, createServiceType } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeDraft } from './draft-store.ts';
import { findInquiry, searchForInquiry } from './queries.ts';
import { callOfBoth } from './testing.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let number: string;
let callId: string;

beforeEach(async () => {
  world = await createPbxWorld();
  number = uniqueNumber();
  callId = await callOfBoth(world, number);
});

const inquiry = (userId = world.olga.id) => findInquiry({ callId, customerId: null }, userId, AT);

describe('what the wizard opens with', () => {
  test('[S3.6] [S3.7] the customer whose number calls, the contact person, and their active interests, mine first', async () => {
    const { id: customerId } = await createCustomer(db, { name: 'Lis Logistics', numbers: [number] });
    const contact = await createContact(db, { customerId, name: 'Teresa Lis' });
    await db.phoneNumber.updateMany({ where: { e164: number }, data: { contactId: contact.id } });
    await db.customer.update({ where: { id: customerId }, data: { managerId: world.olga.id } });
    await createInterest(db, { customerId, subject: 'Theirs', responsibleId: world.oskar.id, changedAt: AT });
    await createInterest(db, { customerId, subject: 'Mine', responsibleId: world.olga.id, changedAt: new Date(0) });
    await createInterest(db, { customerId, subject: 'Lost', stage: 'lost', responsibleId: world.olga.id });
    await createInterest(db, { subject: 'Of somebody else' });

    expect(await inquiry()).toMatchObject({
      number: { e164: number },
      customers: [{ id: customerId, name: 'Lis Logistics', contact: { name: 'Teresa Lis' }, managerName: 'Olga Operator' }],
      interests: [{ subject: 'Mine', responsible: { id: world.olga.id }, stage: { standard: 'new' } }, { subject: 'Theirs' }],
      opensInterest: true,
    });
  });

  test('[S3.8] mine is first also where colleagues have more than are shown', async () => {
    const { id: customerId } = await createCustomer(db, { numbers: [number] });
    await createInterest(db, { customerId, subject: 'Mine', responsibleId: world.olga.id, changedAt: new Date(0) });
    for (let index = 0; index < 51; index += 1) await createInterest(db, { customerId, changedAt: AT });
    const found = await inquiry();
    expect(found?.interests).toHaveLength(50);
    expect(found?.interests[0]).toMatchObject({ subject: 'Mine' });
  });

  test('[S3.12] nobody for an unknown number, but what a potential customer of it wants already', async () => {
    await createInterest(db, { subject: 'Asked before', phoneE164: number, potentialName: 'Ewelina' });
    expect(await inquiry()).toMatchObject({ customers: [], interests: [{ subject: 'Asked before', customerId: null }] });
  });

  test('[S3.16] [R28] a colleague’s extension is nobody’s number', async () => {
    const { id } = await createCall(db, {
      connectionId: world.source.id,
      direction: 'internal',
      fromRaw: '101',
      fromE164: null,
      fromDisplay: '101',
      operatorId: world.olga.id,
    });
    expect(await findInquiry({ callId: id, customerId: null }, world.olga.id, AT)).toMatchObject({ number: null, customers: [] });
  });

  test('of a call that was dialled it is whom one called', async () => {
    const { id: customerId } = await createCustomer(db, { numbers: [number] });
    const { id } = await createCall(db, {
      connectionId: world.source.id,
      direction: 'outbound',
      toE164: number,
      toDisplay: number,
      operatorId: world.olga.id,
    });
    expect(await findInquiry({ callId: id, customerId: null }, world.olga.id, AT)).toMatchObject({
      customers: [{ id: customerId }],
    });
  });

  test('whom the colleague chose is there, also where they have another number', async () => {
    const { id: customerId } = await createCustomer(db, { numbers: [uniqueNumber()] });
    await storeDraft({ callId, version: 0, changes: { customerId } }, { userId: world.oskar.id, at: AT });
    expect(await inquiry()).toMatchObject({ customers: [{ id: customerId }], draft: { content: { customerId } } });
  });

  test('[R34] nothing of a call that is none of theirs', async () => {
    const stranger = await createUser(db);
    expect(await inquiry(stranger.id)).toBeNull();
    expect(await findInquiry({ callId: randomUUID(), customerId: null }, world.olga.id, AT)).toBeNull();
  });

  test('an archived service type is not offered', async () => {
    const open = await createServiceType(db, 'Open');
    const archived = await createServiceType(db, 'Archived');
    await db.serviceType.update({ where: { id: archived.id }, data: { archivedAt: AT } });
    const ids = (await inquiry())?.serviceTypes.map(({ id }) => id);
    expect(ids).toContain(open.id);
    expect(ids).not.toContain(archived.id);
  });
});

test('[S3.6] a name finds customers with their interests, and potential ones', async () => {
  const mark = `Q${randomUUID().slice(0, 8)}`;
  const { id: customerId } = await createCustomer(db, { name: `${mark} Logistics` });
  await createInterest(db, { customerId, subject: 'Of the customer' });
  await createInterest(db, { subject: 'Of a potential one', potentialName: `${mark} Kania` });
  const found = await searchForInquiry(mark, 'PL', world.olga.id, AT);
  expect(found.customers).toMatchObject([{ id: customerId }]);
  expect(found.interests.map(({ subject }) => subject).toSorted()).toEqual(['Of a potential one', 'Of the customer']);
});
