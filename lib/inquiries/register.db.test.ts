import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeDraft } from './draft-store.ts';
import { storeInquiry } from './register.ts';
import { RegisterInquiry } from './schema.ts';
import { callOfBoth, callsOf, inquiryOf } from './testing.ts';

const AT = new Date('2026-11-28T10:00:00Z');
const POTENTIAL = { kind: 'potential', name: 'Ewelina Kania', company: '', phone: '', isChosen: false } as const;
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let number: string;
let callId: string;

beforeEach(async () => {
  world = await createPbxWorld();
  number = uniqueNumber();
  callId = await callOfBoth(world, number);
});

const olga = () => ({ userId: world.olga.id, at: AT });
const oskar = () => ({ userId: world.oskar.id, at: AT });

describe('an inquiry that is a new interest', () => {
  test('[S3.8] [S3.11] is of the customer and the contact person whose number calls, led by who registers it, with the call in it', async () => {
    const customer = await createCustomer(db, { numbers: [number] });
    const contact = await createContact(db, { customerId: customer.id, name: 'Teresa Lis' });
    await db.phoneNumber.updateMany({ where: { e164: number }, data: { contactId: contact.id } });
    const inquiry = inquiryOf(callId, { kind: 'customer', customerId: customer.id }, { description: 'For forty people' });

    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered', customerId: customer.id });

    const interest = await db.interest.findUniqueOrThrow({ where: { id: inquiry.inquiry.interestId } });
    expect(interest).toMatchObject({
      customerId: customer.id,
      contactId: contact.id,
      responsibleId: world.olga.id,
      description: 'For forty people',
      closedAt: null,
    });
    expect(await callsOf(interest.id)).toMatchObject([{ callId, byId: world.olga.id }]);
  });

  test('[S3.12] [S3.13] is of a potential customer where nobody has the number', async () => {
    const inquiry = inquiryOf(callId, POTENTIAL);
    await storeInquiry(inquiry, olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: inquiry.inquiry.interestId } })).toMatchObject({
      customerId: null,
      potentialName: 'Ewelina Kania',
      phoneE164: number,
    });
  });

  test('[S3.13] needs a name, a company or a number', async () => {
    const nobody = { ...POTENTIAL, name: '' };
    const hidden = await callOfBoth(world, null);
    expect(await storeInquiry(inquiryOf(hidden, nobody), olga())).toEqual({ kind: 'nameMissing' });
    expect(await storeInquiry(inquiryOf(null, nobody), olga())).toEqual({ kind: 'nameMissing' });
    expect(await storeInquiry(inquiryOf(hidden, { ...nobody, company: 'Kania' }), olga())).toMatchObject({ kind: 'registered' });
    expect(await storeInquiry(inquiryOf(callId, nobody), olga())).toMatchObject({ kind: 'registered' });
  });

  test('another number that was typed is theirs, not the one they call from', async () => {
    const inquiry = inquiryOf(callId, { ...POTENTIAL, phone: '+48 600 700 811' });
    await storeInquiry(inquiry, olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: inquiry.inquiry.interestId } })).toMatchObject({
      phoneE164: '+48600700811',
    });
  });

  test('[R9] sent twice at once is one', async () => {
    const inquiry = inquiryOf(callId, POTENTIAL);
    const answers = await Promise.all([storeInquiry(inquiry, olga()), storeInquiry(inquiry, olga())]);
    expect(answers.map(({ kind }) => kind)).toEqual(['registered', 'registered']);
    expect(await db.interest.count({ where: { phoneE164: number } })).toBe(1);
    expect(await callsOf(inquiry.inquiry.interestId)).toHaveLength(1);
  });

  test('[R9] two managers who register one call at once make an interest each, each with the call once', async () => {
    const inquiries = [inquiryOf(callId, POTENTIAL), inquiryOf(callId, POTENTIAL)] as const;
    await Promise.all([storeInquiry(inquiries[0], olga()), storeInquiry(inquiries[1], oskar())]);
    expect(await db.interest.count({ where: { phoneE164: number } })).toBe(2);
    for (const { inquiry } of inquiries) expect(await callsOf(inquiry.interestId)).toHaveLength(1);
  });

  test('[R9] sent again with other words it has those, or they stand in the timeline where a colleague wrote meanwhile', async () => {
    const first = inquiryOf(callId, POTENTIAL, { whatToDo: 'Call back' });
    const { interestId } = first.inquiry;
    const again = (words: { subject: string; whatToDo: string }) => ({ ...first, inquiry: { ...first.inquiry, ...words } });
    await storeInquiry(first, olga());
    await storeInquiry(again({ subject: 'Dinner', whatToDo: 'Send a menu' }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: interestId } })).toMatchObject({
      subject: 'Dinner',
      whatToDo: 'Send a menu',
      version: 2,
    });

    await storeInquiry(again({ subject: 'Breakfast', whatToDo: 'Call back' }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: interestId } })).toMatchObject({ subject: 'Dinner', version: 2 });
    expect(await callsOf(interestId)).toMatchObject([{ text: 'Ewelina Kania\n\nBreakfast\n\nCall back' }]);
  });

  test('[R9] sent again for somebody else it is theirs', async () => {
    const customer = await createCustomer(db);
    const first = inquiryOf(callId, POTENTIAL);
    await storeInquiry(first, olga());
    const theirs = inquiryOf(callId, { kind: 'customer', customerId: customer.id }, { interestId: first.inquiry.interestId });
    const again = { ...theirs, registrationId: first.registrationId };
    expect(await storeInquiry(again, olga())).toMatchObject({ customerId: customer.id });
    expect(await db.interest.findUniqueOrThrow({ where: { id: first.inquiry.interestId } })).toMatchObject({
      customerId: customer.id,
      potentialName: '',
      phoneE164: null,
    });
  });

  test('[S3.12] whose number became a customer’s meanwhile is refused, unless they are said to be another one', async () => {
    await createCustomer(db, { numbers: [number] });
    const inquiry = inquiryOf(callId, POTENTIAL);
    expect(await storeInquiry(inquiry, olga())).toEqual({ kind: 'numberOfCustomer' });
    expect(await storeInquiry(inquiryOf(callId, { ...POTENTIAL, isChosen: true }), olga())).toMatchObject({ kind: 'registered' });
    expect(await db.interest.count({ where: { phoneE164: number } })).toBe(1);
  });

  test('an id that is somebody else’s interest makes nothing of it', async () => {
    const { id } = await createInterest(db, { createdById: world.oskar.id });
    expect(await storeInquiry(inquiryOf(callId, POTENTIAL, { interestId: id }), olga())).toEqual({ kind: 'interestClosed' });
    expect(await callsOf(id)).toEqual([]);
  });

  test('of a customer who was erased meanwhile is refused, and leaves nothing', async () => {
    const inquiry = inquiryOf(callId, { kind: 'customer', customerId: randomUUID() });
    expect(await storeInquiry(inquiry, olga())).toEqual({ kind: 'customerGone' });
    expect(await db.interest.count({ where: { id: inquiry.inquiry.interestId } })).toBe(0);
  });

  test('of a customer who was merged meanwhile is of the one they became', async () => {
    const kept = await createCustomer(db);
    const mergedId = randomUUID();
    await db.customerMerge.create({ data: { keptId: kept.id, mergedId, mergedName: 'Old', snapshot: {}, byId: world.olga.id } });
    const inquiry = inquiryOf(callId, { kind: 'customer', customerId: mergedId });
    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered', customerId: kept.id });
  });
});

test('[R34] a call that is none of theirs is registered by nobody', async () => {
  const stranger = await createUser(db);
  const inquiry = inquiryOf(callId, POTENTIAL);
  expect(await storeInquiry(inquiry, { userId: stranger.id, at: AT })).toEqual({ kind: 'callNotFound' });
  expect(await db.interest.count({ where: { id: inquiry.inquiry.interestId } })).toBe(0);
});

test('[S3.10] whether the interest opens is remembered for the one who registers', async () => {
  await storeInquiry({ ...inquiryOf(callId, POTENTIAL), opensInterest: false }, olga());
  expect(await db.user.findUniqueOrThrow({ where: { id: world.olga.id } })).toMatchObject({ opensInterest: false });
  expect(await db.user.findUniqueOrThrow({ where: { id: world.oskar.id } })).toMatchObject({ opensInterest: true });
});

test('[S3.16] once it is registered nothing is left of the draft', async () => {
  await storeDraft({ callId, version: 0, changes: { name: 'Ewelina', subject: 'Lunch' } }, olga());
  const inquiry = inquiryOf(callId, POTENTIAL);
  await storeInquiry(inquiry, olga());
  expect(await db.inquiryDraft.findUniqueOrThrow({ where: { callId } })).toMatchObject({
    content: {},
    interestId: inquiry.inquiry.interestId,
    registeredAt: AT,
  });
});

test('what is too long is refused at its field, and so is a new interest without a subject', () => {
  const read = (subject: string) => RegisterInquiry.safeParse(inquiryOf(null, POTENTIAL, { subject })).error?.issues[0];
  expect(read('x'.repeat(10_240))).toMatchObject({ path: ['inquiry', 'subject'], message: 'tooLong' });
  expect(read('   ')).toMatchObject({ path: ['inquiry', 'subject'], message: 'subjectMissing' });
});
