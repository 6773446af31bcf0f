import { beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer, createDriver, createPhoneNumber } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { lastNumbers, lookUpNumber } from './look-up.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let olga: { id: string; role: 'operator'; grants: string[] };

beforeEach(async () => {
  world = await createPbxWorld();
  olga = { id: world.olga.id, role: 'operator', grants: [] };
});

async function customerAt(e164: string, name: string) {
  const customer = await createCustomer(db, { name });
  await createPhoneNumber(db, { e164, customerId: customer.id });
  return customer;
}

const ownerOf = async (number: string) => {
  const answer = await lookUpNumber(olga, number);
  return answer.ok && answer.data.kind === 'callable' ? answer.data.owner : answer;
};

describe('whose number is in the field', () => {
  test('[S2.3] a customer is named before anything is dialled', async () => {
    const e164 = uniqueNumber();
    const vera = await customerAt(e164, 'Vera Lind');
    expect(await ownerOf(e164.replace('+48', ''))).toEqual({ kind: 'customer', id: vera.id, name: 'Vera Lind' });
  });

  test('[R30] of several customers only how many', async () => {
    const e164 = uniqueNumber();
    for (const name of ['Piotr', 'Anna', 'Jan']) await customerAt(e164, name);
    expect(await ownerOf(e164)).toEqual({ kind: 'several', count: 3 });
  });

  test('[S0.20] a driver is a driver, even where a customer has the number too; one who left is nobody', async () => {
    const [current, former] = [uniqueNumber(), uniqueNumber()];
    await customerAt(current, 'Marek as a customer');
    const marek = await createDriver(db, { name: 'Marek' });
    await createPhoneNumber(db, { e164: current, driverId: marek.id });
    const gone = await createDriver(db, { name: 'Gone', archivedAt: new Date() });
    await createPhoneNumber(db, { e164: former, driverId: gone.id });

    expect(await ownerOf(current)).toEqual({ kind: 'driver', id: marek.id, name: 'Marek' });
    expect(await ownerOf(former)).toBeNull();
  });

  test('[R28] an extension is a colleague at the same PBX, and never a customer', async () => {
    const { oskar } = await createPbxWorld();
    expect(await ownerOf('102')).toEqual({ kind: 'colleague', name: world.oskar.name });
    expect(oskar.id).not.toBe(world.oskar.id);
    expect(await ownerOf('199')).toBeNull();
  });

  test('a number without a country is of the PBX one is at', async () => {
    await db.pbxConnection.update({ where: { id: world.source.id }, data: { country: 'DE' } });
    expect(await lookUpNumber(olga, '030 1234567')).toMatchObject({ data: { number: '+49301234567' } });
  });

  test('[R34] is told to nobody who may not call', async () => {
    expect(await lookUpNumber(null, '101')).toMatchObject({ reason: 'signedOut' });
    expect(await lookUpNumber({ ...olga, role: 'operator' }, '')).toMatchObject({ reason: 'invalid' });
    const venue = { id: olga.id, role: 'venue' as const, grants: [] };
    expect(await lookUpNumber(venue, '101')).toMatchObject({ reason: 'notAllowed' });
    expect(await lastNumbers(venue)).toMatchObject({ reason: 'notAllowed' });
  });
});

describe('the last numbers', () => {
  test('are those of one’s own calls, latest first, with the names we know', async () => {
    const [called, calling] = [uniqueNumber(), uniqueNumber()];
    await customerAt(called, 'Adam Nowak');
    const connectionId = world.source.id;
    const mine = { connectionId, operatorId: olga.id, operatorExtension: '101', phase: 'ended' as const };
    await createCall(db, { ...mine, fromE164: calling, startedAt: new Date('2026-11-22T10:00:00Z') });
    const dialled = { direction: 'outbound' as const, fromE164: null, toE164: called, toDisplay: called };
    await createCall(db, { ...mine, ...dialled, startedAt: new Date('2026-11-22T11:00:00Z') });
    const another = await createUser(db);
    await createCall(db, { connectionId, operatorId: another.id, fromE164: uniqueNumber() });

    expect(await lastNumbers(olga)).toMatchObject({
      ok: true,
      data: [
        { number: called, direction: 'outbound', owner: { name: 'Adam Nowak' } },
        { number: calling, direction: 'inbound', owner: null },
      ],
    });
  });
});
