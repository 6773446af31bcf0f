import { beforeEach, describe, expect, test } from 'vitest';
import { createAddress, createCustomer, createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { createConnection } from '../../prisma/factories/pbx.ts';
import { db } from '../db/client.ts';
import { findAll } from './find.ts';
import type { Found } from './types.ts';

const now = new Date('2026-11-24T12:00:00Z');
const operator = { role: 'operator', grants: [] } as const;
const manager = { role: 'manager', grants: [] } as const;

async function find(text: string, user: Parameters<typeof findAll>[0] = operator): Promise<Found> {
  const answer = await findAll(user, { text }, now);
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
  return answer.data;
}
const customers = async (text: string) => (await find(text)).customers.map(({ name }) => name);
const deliveries = async (text: string) => (await find(text)).deliveries.map(({ number }) => number);
const interests = async (text: string) => (await find(text, manager)).interests.map(({ subject }) => subject);
const drivers = async (text: string) => (await find(text)).drivers.map(({ name }) => name);

beforeEach(async () => {
  await db.delivery.deleteMany();
  await db.interest.deleteMany();
  await db.customer.deleteMany();
  await db.driver.deleteMany();
  await db.pbxConnection.deleteMany();
  await createConnection(db, { country: 'PL' });
});

describe('customers', () => {
  test.each(['zazolc', 'ZAŻÓŁĆ', 'gesla zazolc', 'azol', 'zażółć gęś'])('[S0.17] Zażółć Gęślą is found by %s', async (typed) => {
    await createCustomer(db, { name: 'Zażółć Gęślą' });
    expect(await customers(typed)).toEqual(['Zażółć Gęślą']);
  });

  test('an accent that is typed finds one that is not there', async () => {
    await createCustomer(db, { name: 'Zolc Bez Ogonkow' });
    expect(await customers('żółć')).toEqual(['Zolc Bez Ogonkow']);
  });

  test('by street, flat, district and town, and by a contact person', async () => {
    const { id } = await createCustomer(db, { name: 'Lis Logistics' });
    await createAddress(db, { customerId: id, street: 'Świętokrzyska 14', flat: '88', district: 'Śródmieście', city: 'Łomża' });
    await db.contactPerson.create({ data: { customerId: id, name: 'Teresa Wężyk' } });
    for (const typed of ['swietokrzyska 14/88', 'lis srodmiescie', 'łomża', 'wezyk teresa'])
      expect(await customers(typed), typed).toEqual(['Lis Logistics']);
  });

  test('one who is called so comes before one who lives in a street that is', async () => {
    const { id } = await createCustomer(db, { name: 'Anna Alfa' });
    await createAddress(db, { customerId: id, street: 'Sarnia 3' });
    await createDelivery(db, { customerId: id, status: 'delivered', wantedAt: now });
    await createCustomer(db, { name: 'Zenon Sarnia' });
    expect(await customers('sarnia')).toEqual(['Zenon Sarnia', 'Anna Alfa']);
  });

  test.each(['+48600100777', '0048600100777', '600 100 777', '600-100-777', 'sip:600100777@pbx.example;user=phone'])(
    '[R28] by %s',
    async (typed) => {
      await createCustomer(db, { name: 'Rita', numbers: ['+48600100777'] });
      await createCustomer(db, { name: 'Other', numbers: ['+48600100778'] });
      const found = await find(typed);
      expect(found.customers).toMatchObject([{ name: 'Rita', display: '+48 600 100 777', lastOrderAt: null }]);
      expect(found.number).toEqual({ e164: '+48600100777', display: '+48 600 100 777', isUnknown: false, mayOrder: true });
    },
  );

  test('[S0.17] a part of any of their numbers is enough, and that number is shown', async () => {
    await createCustomer(db, { name: 'Rita', numbers: ['+48600100777', '+48791234567'] });
    expect((await find('123456')).customers).toMatchObject([{ name: 'Rita', display: '+48 791 234 567' }]);
  });

  test('[S0.17] digits that are a whole number of a pager are a part of a longer one where nobody has the pager', async () => {
    await createCustomer(db, { name: 'Rita', numbers: ['+48730646882'] });
    expect(await customers('646882')).toEqual(['Rita']);
    await createCustomer(db, { name: 'Pager', numbers: ['+48646882'] });
    expect(await customers('646882')).toEqual(['Pager']);
  });

  test('[R30] a number that very many share finds a few of them', async () => {
    const shared = Array.from({ length: 40 }, (_, index) => ({ id: crypto.randomUUID(), name: `Shared ${index}` }));
    await db.customer.createMany({ data: shared });
    await db.phoneNumber.createMany({
      data: shared.map(({ id }) => ({ customerId: id, raw: '', e164: '+48600100500', display: '+48 600 100 500' })),
    });
    expect((await find('600100500')).customers).toHaveLength(5);
    expect((await find('100500')).customers).toHaveLength(5);
  });

  test.each(['', '0000', 'anonymous', '%', '_', '\\', "'", 'a', '→', '%%%'])('[R29] [R26] %j finds nobody', async (typed) => {
    await createCustomer(db, { name: 'Zofia', numbers: ['+48600100777'], city: null });
    expect(await find(typed, manager)).toEqual({ customers: [], deliveries: [], drivers: [], interests: [], number: null });
  });

  test('[R27] 10 kB of text are cut, not refused', async () => {
    await createCustomer(db, { name: 'Abc' });
    expect(await customers('abc '.repeat(2_500))).toEqual(['Abc']);
  });
});

describe('deliveries', () => {
  test.each(['', '#', '# '])('the one of a number typed after %j comes first', async (sign) => {
    const { number } = await createDelivery(db, { customerName: 'Vera', phoneE164: null });
    await createDelivery(db, { phoneE164: `+4860010${String(number).padStart(4, '0')}` });
    expect((await deliveries(`${sign}${number}`))[0]).toBe(number);
  });

  test('#7 is a delivery and no part of a phone', async () => {
    await createDelivery(db, { phoneE164: '+48777777777' });
    expect(await deliveries('#777777')).toEqual([]);
  });

  test('by name, address and phone, the latest first; no more than a few', async () => {
    const numbers: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const { number } = await createDelivery(db, {
        customerName: 'Łucja Żółw',
        phoneE164: '+48600100888',
        street: 'Żabia 3',
        customerId: null,
      });
      numbers.unshift(number);
    }
    for (const typed of ['zolw lucja', 'zabia 3', '600100888', '100888'])
      expect(await deliveries(typed), typed).toEqual(numbers.slice(0, 5));
  });
});

describe('[S3.17] interests', () => {
  test.each(['#4711', '4711', 'swiateczna', 'zolw', 'kolacja zolw', 'NOWA', '600 100 888', '100888', '+48600100888'])(
    'by number, subject and potential customer: %s',
    async (typed) => {
      const potential = { potentialName: 'Łucja Żółw', potentialCompany: 'Nowa', phoneE164: '+48600100888' };
      await createInterest(db, { number: 4711, subject: 'Kolacja świąteczna', ...potential });
      await createInterest(db, { subject: 'Other' });
      expect(await interests(typed)).toEqual(['Kolacja świąteczna']);
    },
  );

  test('of a customer by their name and by their number, the closed ones too, the latest first', async () => {
    const { id } = await createCustomer(db, { name: 'Lis Logistics', numbers: ['+48600100777'] });
    for (let index = 0; index < 7; index += 1)
      await createInterest(db, { subject: `No. ${index}`, customerId: id, stage: 'won' });
    for (const typed of ['logist', '600100777', '100777'])
      expect(await interests(typed), typed).toEqual(['No. 6', 'No. 5', 'No. 4', 'No. 3', 'No. 2']);
    expect((await find('logist', manager)).interests[0]).toMatchObject({ of: 'Lis Logistics', stage: { standard: 'won' } });
  });

  test('[R34] nobody finds any who may see none', async () => {
    await createInterest(db, { number: 4712, subject: 'Secret dinner', phoneE164: '+48600100888' });
    for (const typed of ['secret', '#4712', '600100888', '100888']) expect((await find(typed)).interests, typed).toEqual([]);
  });
});

describe('drivers', () => {
  test('by name without accents, and by number, those on shift first', async () => {
    await createDriver(db, { name: 'Łukasz Adamek', isOnShift: false, numbers: ['+48600300111'] });
    await createDriver(db, { name: 'Łukasz Zych', numbers: ['+48600300112'] });
    await createDriver(db, { name: 'Łukasz Dawny', archivedAt: now });
    expect(await drivers('lukasz')).toEqual(['Łukasz Zych', 'Łukasz Adamek']);
    expect(await drivers('300111')).toEqual(['Łukasz Adamek']);
    expect(await drivers('600300112')).toEqual(['Łukasz Zych']);
  });
});

describe('numbers', () => {
  test('[S1.14] a whole number that nobody has is unknown; one of a driver is not', async () => {
    await createDriver(db, { numbers: ['+48600300111'] });
    expect((await find('600 199 999')).number).toMatchObject({ e164: '+48600199999', isUnknown: true });
    expect((await find('600300111')).number).toMatchObject({ isUnknown: false });
    expect((await find('600 19')).number).toBeNull();
  });
});

describe('[R34] who may', () => {
  test('nobody is told 401, one without a desk 403', async () => {
    expect(await findAll(null, { text: 'a' }, now)).toMatchObject({ ok: false, reason: 'signedOut' });
    expect(await findAll({ role: 'venue', grants: [] }, { text: 'a' }, now)).toMatchObject({ ok: false, reason: 'notAllowed' });
    expect(await findAll(operator, {}, now)).toMatchObject({ ok: false, reason: 'invalid' });
  });

  test('of each kind only who may see it gets any, by words and by number', async () => {
    await createCustomer(db, { name: 'Rita', numbers: ['+48600100777'] });
    await createDriver(db, { name: 'Rita', numbers: ['+48600100777'] });
    await createDelivery(db, { customerName: 'Rita', phoneE164: '+48600100777' });
    const mayDrivers = { role: 'venue', grants: ['desk:use', 'driver:read'] } as const;
    for (const typed of ['rita', '600100777', '100777']) {
      const found = await find(typed, mayDrivers);
      expect([found.customers.length, found.deliveries.length, found.drivers.length], typed).toEqual([0, 0, 1]);
    }
  });
});
