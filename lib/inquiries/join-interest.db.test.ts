import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createInterest, createServiceType } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { storeDraft } from './draft-store.ts';
import { storeInquiry } from './register.ts';
import { callOfBoth, callsOf, inquiryInto, inquiryOf } from './testing.ts';

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

describe('an inquiry of an interest that is there', () => {
  test('[S3.9] says what to do now; its subject and what is left empty stay', async () => {
    const service = await createServiceType(db);
    const { id, subject } = await createInterest(db, { whatToDo: 'Send an offer', serviceTypeId: service.id });
    await storeInquiry(inquiryInto(callId, id, { description: 'Six people more' }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      subject,
      whatToDo: 'Send an offer',
      serviceTypeId: service.id,
      version: 2,
    });
    expect(await callsOf(id)).toMatchObject([{ callId, text: 'Six people more' }]);

    const from = { whatToDo: 'Send an offer', serviceTypeId: service.id };
    await storeInquiry(inquiryInto(callId, id, { from, whatToDo: 'Call back', serviceTypeId: service.id }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id } })).toMatchObject({ whatToDo: 'Call back' });
    expect(await callsOf(id)).toMatchObject([{ text: 'Six people more\n\nCall back' }]);
  });

  test('[R9] what a colleague wrote since it was chosen stays, and both have their words in the timeline', async () => {
    const { id: eventId } = await createServiceType(db);
    const { id: boxId } = await createServiceType(db);
    const { id } = await createInterest(db, { whatToDo: 'Send an offer' });
    const from = { whatToDo: 'Send an offer', serviceTypeId: null };
    await Promise.all([
      storeInquiry(inquiryInto(callId, id, { from, whatToDo: 'Call back', serviceTypeId: eventId }), olga()),
      storeInquiry(inquiryInto(callId, id, { from, whatToDo: 'Send a menu', serviceTypeId: boxId }), oskar()),
    ]);

    const interest = await db.interest.findUniqueOrThrow({ where: { id } });
    expect([
      ['Call back', eventId],
      ['Send a menu', boxId],
    ]).toContainEqual([interest.whatToDo, interest.serviceTypeId]);
    const [call] = await callsOf(id);
    expect(call?.text.split('\n\n').toSorted()).toEqual(['Call back', 'Send a menu']);
  });

  test('[R9] sent again after a lost answer it takes back no correction, and is done also where the interest is closed by now', async () => {
    const { id } = await createInterest(db, { whatToDo: 'Send an offer' });
    const inquiry = inquiryInto(callId, id, { from: { whatToDo: 'Send an offer', serviceTypeId: null }, whatToDo: 'Call back' });
    await storeInquiry(inquiry, olga());
    await db.interest.update({ where: { id }, data: { whatToDo: 'Call back on Monday' } });
    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered' });
    expect(await db.interest.findUniqueOrThrow({ where: { id } })).toMatchObject({ whatToDo: 'Call back on Monday', version: 2 });

    await db.interest.update({ where: { id }, data: { closedAt: AT } });
    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered', interest: { id } });
    expect(await callsOf(id)).toHaveLength(1);
  });

  test('[R9] that said nothing new is done as well, sent again where the interest is closed by now', async () => {
    const { id } = await createInterest(db);
    const inquiry = inquiryInto(callId, id);
    await storeInquiry(inquiry, olga());
    await db.interest.update({ where: { id }, data: { closedAt: AT } });
    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered', interest: { id, version: 2 } });
    expect(await storeInquiry({ ...inquiry, registrationId: randomUUID() }, olga())).toEqual({ kind: 'interestClosed' });
  });

  test('[R9] two managers who say the same, or a part of it, are both heard, and what the second chose counts', async () => {
    const { id: serviceTypeId } = await createServiceType(db);
    const { id } = await createInterest(db);
    await storeInquiry(inquiryInto(callId, id, { whatToDo: 'Call back on Monday' }), olga());
    const from = { whatToDo: 'Call back on Monday', serviceTypeId: null };
    const second = inquiryInto(callId, id, { from, whatToDo: 'Call back', serviceTypeId });
    await storeInquiry(second, oskar());
    expect(await db.interest.findUniqueOrThrow({ where: { id } })).toMatchObject({ whatToDo: 'Call back', serviceTypeId });
    expect(await callsOf(id)).toMatchObject([{ text: 'Call back on Monday\n\nCall back' }]);
  });

  test('[R9] sent again with more words it says those too', async () => {
    const { id } = await createInterest(db);
    const note = inquiryInto(null, id, { description: 'Six more' });
    await storeInquiry(note, olga());
    await storeInquiry({ ...note, inquiry: { ...note.inquiry, description: 'Six more, and a cake' } }, olga());
    const notes = await db.interaction.findMany({ where: { interestId: id } });
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['Six more', 'Six more, and a cake']);
  });

  test('[R9] sent again it leaves the draft that a colleague began since', async () => {
    const { id } = await createInterest(db);
    const inquiry = inquiryInto(callId, id, { description: 'Six more' });
    await storeInquiry(inquiry, olga());
    const { version } = await db.inquiryDraft.findUniqueOrThrow({ where: { callId } });
    await storeDraft({ callId, version, changes: { subject: 'And a cake' } }, oskar());
    expect(await storeInquiry(inquiry, olga())).toMatchObject({ kind: 'registered', draft: null });
    expect(await db.inquiryDraft.findUniqueOrThrow({ where: { callId } })).toMatchObject({ content: { subject: 'And a cake' } });
  });

  test('[S3.16] who they said they are is not lost: a potential customer without a name has it, else it stands in the timeline', async () => {
    const nameless = await createInterest(db, { phoneE164: number, potentialName: '', potentialCompany: '' });
    const who = { name: 'Ewelina Kania', company: 'Kania i Syn' };
    await storeInquiry(inquiryInto(callId, nameless.id, { who, description: 'Wants pierogi' }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: nameless.id } })).toMatchObject({
      potentialName: 'Ewelina Kania',
      potentialCompany: 'Kania i Syn',
    });
    expect(await callsOf(nameless.id)).toMatchObject([{ text: 'Wants pierogi' }]);

    const named = await createInterest(db, { phoneE164: number, potentialName: 'Roman Kłos', potentialCompany: '' });
    await storeInquiry(inquiryInto(callId, named.id, { who }), olga());
    expect(await db.interest.findUniqueOrThrow({ where: { id: named.id } })).toMatchObject({
      potentialName: 'Roman Kłos',
      potentialCompany: 'Kania i Syn',
    });
    expect(await callsOf(named.id)).toMatchObject([{ text: 'Ewelina Kania' }]);
  });

  test('without a call what was heard is a note, once', async () => {
    const { id } = await createInterest(db);
    const inquiry = inquiryInto(null, id, { whatToDo: 'Call back', description: 'Six more' });
    await storeInquiry(inquiry, olga());
    await storeInquiry(inquiry, olga());
    expect(await db.interaction.findMany({ where: { interestId: id } })).toMatchObject([
      { kind: 'note', text: 'Call back\n\nSix more', byId: world.olga.id },
    ]);
  });

  test('[R9] two managers at once leave one interaction, with what both wrote; sent again it says nothing twice', async () => {
    const { id } = await createInterest(db);
    const [one, other] = [
      inquiryInto(callId, id, { description: 'Six more' }),
      inquiryInto(callId, id, { description: 'No mushrooms' }),
    ];
    await Promise.all([storeInquiry(one, olga()), storeInquiry(other, oskar())]);
    await storeInquiry(one, olga());

    const calls = await callsOf(id);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.text.split('\n\n').toSorted()).toEqual(['No mushrooms', 'Six more']);
  });

  test('[S3.17] one that was closed meanwhile is refused, and the call is in none', async () => {
    const { id } = await createInterest(db, { stage: 'lost' });
    expect(await storeInquiry(inquiryInto(callId, id), olga())).toEqual({ kind: 'interestClosed' });
    expect(await storeInquiry(inquiryInto(callId, randomUUID()), olga())).toEqual({ kind: 'interestClosed' });
    expect(await callsOf(id)).toEqual([]);
  });

  test('a service type that was archived meanwhile is refused; an interest that has it keeps it', async () => {
    const { id: serviceTypeId } = await createServiceType(db);
    await db.serviceType.update({ where: { id: serviceTypeId }, data: { archivedAt: AT } });
    const { id } = await createInterest(db);
    expect(await storeInquiry(inquiryInto(callId, id, { serviceTypeId }), olga())).toEqual({ kind: 'serviceTypeGone' });
    expect(await storeInquiry(inquiryOf(callId, POTENTIAL, { serviceTypeId }), olga())).toEqual({ kind: 'serviceTypeGone' });

    const { id: hasIt } = await createInterest(db, { serviceTypeId });
    expect(await storeInquiry(inquiryInto(callId, hasIt, { serviceTypeId }), olga())).toMatchObject({ kind: 'registered' });
  });
});
