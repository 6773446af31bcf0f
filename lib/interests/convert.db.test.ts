import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { findCallerCard } from '../caller-card/queries.ts';
import { listCallsOfCustomer } from '../customers/calls-of-customer.ts';
import { db, pool } from '../db/client.ts';
import type { ConvertPotential } from './convert-schema.ts';
import { storeConversion } from './convert-store.ts';

let marta: { id: string };
let number: string;

beforeEach(async () => {
  marta = await createUser(db, { name: 'Marta Manager', role: 'manager' });
  number = uniqueNumber();
});

const potential = (overrides: Parameters<typeof createInterest>[1] = {}) =>
  createInterest(db, { potentialName: 'Żaneta Nowa', phoneE164: number, phoneDisplay: number, ...overrides });
const toNew = (customerId: string = randomUUID(), isShared = false) =>
  ({ kind: 'new', customerId, name: 'Żaneta Nowa', company: 'Nowa', isShared }) as const;
const convert = (interestId: string, to: ConvertPotential['to'], phone = number) =>
  storeConversion({ interestId, phone, to }, { userId: marta.id, country: 'PL', at: new Date('2026-11-28T10:00:00Z') });

describe('a potential customer becomes a customer', () => {
  test('with the number, their calls, and all that the number is interested in; the next call finds them', async () => {
    const world = await createPbxWorld();
    const interest = await potential({ responsibleId: marta.id });
    const earlier = await potential({ stage: 'lost' });
    const others = await createInterest(db, { phoneE164: uniqueNumber() });
    await createCall(db, { connectionId: world.source.id, fromE164: number, operatorId: world.olga.id, phase: 'ended' });

    const to = toNew();
    const outcome = await convert(interest.id, to);
    expect(outcome).toMatchObject({ kind: 'converted', customerId: to.customerId, moved: [{}, {}] });
    expect(await db.interest.findMany({ where: { customerId: to.customerId }, orderBy: { number: 'asc' } })).toMatchObject([
      { id: interest.id, potentialName: '', phoneE164: null, version: 2 },
      { id: earlier.id, potentialName: '', phoneE164: null },
    ]);
    expect(await db.interest.findUnique({ where: { id: others.id } })).toMatchObject({ customerId: null });
    expect(await db.customer.findUnique({ where: { id: to.customerId }, include: { numbers: true } })).toMatchObject({
      name: 'Żaneta Nowa',
      company: 'Nowa',
      managerId: marta.id,
      numbers: [{ e164: number, isPrimary: true }],
    });

    const calls = await listCallsOfCustomer([{ e164: number }], { userId: world.olga.id, seesAllLines: false });
    expect(calls.rows).toHaveLength(1);
    const party = { kind: 'number', e164: number, display: number } as const;
    const card = await findCallerCard(pool(), { connectionId: world.source.id, party, viewerIds: [world.olga.id] });
    expect(card.customers).toMatchObject([{ id: to.customerId, name: 'Żaneta Nowa' }]);
  });

  test('a colleague’s interest at the same number stays theirs; one that names nobody comes along, and who they were stays in the history', async () => {
    const interest = await potential({ potentialName: 'Żaneta', potentialCompany: 'Nowa' });
    const same = await potential({ potentialName: ' ŻANETA nowa ' });
    const nameless = await potential({ potentialName: '' });
    const colleague = await potential({ potentialName: 'Roman Kłos', potentialCompany: 'Nowa' });
    const to = toNew();
    await convert(interest.id, to);

    const moved = await db.interest.findMany({ where: { customerId: to.customerId }, select: { id: true } });
    expect(moved.map(({ id }) => id).toSorted()).toEqual([interest.id, same.id, nameless.id].toSorted());
    expect(await db.interest.findUnique({ where: { id: colleague.id } })).toMatchObject({
      customerId: null,
      potentialName: 'Roman Kłos',
      phoneE164: number,
    });
    const changes = await db.auditEntry.findMany({ where: { subjectId: to.customerId }, select: { details: true } });
    expect(JSON.stringify(changes)).toContain(`#${interest.number} (Żaneta, Nowa)`);
  });

  test('of a number that others have only this interest moves', async () => {
    await createCustomer(db, { numbers: [number] });
    const interest = await potential();
    const another = await potential();
    const to = toNew(undefined, true);
    await convert(interest.id, to);
    expect(await db.interest.findUnique({ where: { id: another.id } })).toMatchObject({ customerId: null, phoneE164: number });
  });

  test('with another number than they called from they have both, and the next call from either finds them', async () => {
    const world = await createPbxWorld();
    const interest = await potential();
    await createCall(db, { connectionId: world.source.id, fromE164: number, operatorId: world.olga.id, phase: 'ended' });
    const typed = uniqueNumber();
    const to = toNew();
    await convert(interest.id, to, typed);
    const owned = await db.phoneNumber.findMany({ where: { customerId: to.customerId }, orderBy: { isPrimary: 'desc' } });
    expect(owned).toMatchObject([
      { e164: typed, isPrimary: true },
      { e164: number, isPrimary: false },
    ]);
    const party = { kind: 'number', e164: number, display: number } as const;
    const card = await findCallerCard(pool(), { connectionId: world.source.id, party, viewerIds: [world.olga.id] });
    expect(card.customers).toMatchObject([{ id: to.customerId }]);
  });

  test('a number that nobody ever called from was written down wrong: it is corrected, and given to nobody', async () => {
    const interest = await potential();
    const typed = uniqueNumber();
    const to = toNew();
    await convert(interest.id, to, typed);
    expect(await db.phoneNumber.findMany({ where: { customerId: to.customerId } })).toMatchObject([{ e164: typed }]);
    expect(await db.phoneNumber.count({ where: { e164: number } })).toBe(0);
  });

  test('[R9] of two managers at once one makes a customer, and the other is told whom', async () => {
    const interest = await potential();
    const outcomes = await Promise.all([convert(interest.id, toNew()), convert(interest.id, toNew())]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['converted', 'convertedMeanwhile']);
    expect(await db.customer.count({ where: { numbers: { some: { e164: number } } } })).toBe(1);
  });

  test('[R9] also from two interests of one number, and without any number', async () => {
    const [one, two] = [await potential(), await potential()];
    const outcomes = await Promise.all([convert(one.id, toNew()), convert(two.id, toNew())]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['converted', 'convertedMeanwhile']);
    expect(await db.customer.count({ where: { numbers: { some: { e164: number } } } })).toBe(1);

    const nameless = await potential({ phoneE164: null, phoneDisplay: '' });
    const ids = [randomUUID(), randomUUID()];
    await Promise.all(ids.map((id) => convert(nameless.id, toNew(id), '')));
    expect(await db.customer.count({ where: { id: { in: ids } } })).toBe(1);
  });

  test('a save that is repeated, also in the same instant, is the same customer', async () => {
    const interest = await potential();
    const to = toNew();
    const outcomes = [
      ...(await Promise.all([convert(interest.id, to), convert(interest.id, to)])),
      await convert(interest.id, to),
    ];
    expect(outcomes).toMatchObject(outcomes.map(() => ({ kind: 'converted', customerId: to.customerId })));
    expect(await db.phoneNumber.count({ where: { e164: number } })).toBe(1);
  });

  test('[S1.15a] a number that somebody has is asked about: shared, or they are meant', async () => {
    const owner = await createCustomer(db, { numbers: [number] });
    const interest = await potential();
    expect(await convert(interest.id, toNew())).toEqual({ kind: 'numberTaken', e164: number });
    expect(await db.interest.findUnique({ where: { id: interest.id } })).toMatchObject({ customerId: null, version: 1 });

    expect(await convert(interest.id, { kind: 'known', customerId: owner.id })).toMatchObject({ customerId: owner.id });
    expect(await db.phoneNumber.count({ where: { e164: number } })).toBe(1);

    const another = await potential();
    expect(await convert(another.id, toNew(undefined, true))).toMatchObject({ kind: 'converted' });
    expect(await db.phoneNumber.count({ where: { e164: number } })).toBe(2);
  });

  test('[S1.15] a customer who called from a number that nobody has gets it; one that others have stays as it is', async () => {
    const known = await createCustomer(db, { numbers: [uniqueNumber()] });
    await convert((await potential()).id, { kind: 'known', customerId: known.id });
    expect(await db.phoneNumber.count({ where: { e164: number, customerId: known.id, isPrimary: false } })).toBe(1);

    const other = await createCustomer(db);
    await convert((await potential()).id, { kind: 'known', customerId: other.id });
    expect(await db.phoneNumber.count({ where: { e164: number } })).toBe(1);
  });

  test('what cannot be is refused, and nothing is touched', async () => {
    const interest = await potential();
    expect(await convert(interest.id, toNew(), 'Helena')).toEqual({ kind: 'numberUnreadable' });
    expect(await convert(interest.id, { kind: 'known', customerId: randomUUID() })).toEqual({ kind: 'customerGone' });
    const to = toNew();
    expect(await convert(randomUUID(), to)).toEqual({ kind: 'notFound' });
    expect(await db.customer.count({ where: { id: to.customerId } })).toBe(0);
    expect(await db.interest.findUnique({ where: { id: interest.id } })).toMatchObject({ customerId: null, version: 1 });
  });
});
