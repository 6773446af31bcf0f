import { beforeAll, describe, expect, test } from 'vitest';
import { isPassword } from '../lib/auth/password.ts';
import { db } from '../lib/db/client.ts';
import { readRange } from '../lib/files/chunk-store.ts';
import { stripLocation } from '../lib/files/strip-location.ts';
import { verifyChain } from '../lib/missed-calls/verify.ts';
import { unseal } from '../lib/pbx/vault.ts';
import { readStatistics } from '../lib/statistics/read-statistics.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { seedDemo } from './seed.ts';

const NOW = new Date('2026-01-31T16:00:00Z');
const YESTERDAY = new Date('2026-01-30T16:00:00Z');
const CLOSED = ['draft', 'delivered', 'cancelled'] as const;

beforeAll(() => seedDemo(db, NOW), 30_000);

/** What contract.md's table of callers speaks of. */
async function whoIs(e164: string) {
  const owners = await db.phoneNumber.findMany({
    where: { e164 },
    select: { customer: { select: { name: true, company: true, class: true, note: true } }, driver: { select: { name: true } } },
  });
  const open = await db.delivery.findMany({
    where: { phoneE164: e164, status: { notIn: [...CLOSED] } },
    orderBy: { wantedAt: 'asc' },
    select: { number: true, wantedAt: true, status: true },
  });
  const all = await db.delivery.count({ where: { phoneE164: e164, wantedAt: { gte: YESTERDAY } } });
  return {
    customers: owners.flatMap((owner) => (owner.customer ? [owner.customer] : [])),
    drivers: owners.flatMap((owner) => (owner.driver ? [owner.driver.name] : [])),
    open,
    all,
  };
}

describe('the callers of the demo', () => {
  test('[S0.10] …101 is Vera Lind with one open delivery', async () => {
    const vera = await whoIs('+48600100101');
    expect(vera).toMatchObject({ customers: [{ name: 'Vera Lind' }], drivers: [], all: 1 });
    expect(vera.open).toHaveLength(1);
  });

  test('[S0.11] …102 is Adam Nowak with two open deliveries, the earlier one written later', async () => {
    const { customers, open, all } = await whoIs('+48600100102');
    const [earlier, later] = open;
    expect({ names: customers.map((each) => each.name), all }).toEqual({ names: ['Adam Nowak'], all: 2 });
    expect(earlier?.number).toBeGreaterThan(later?.number ?? Number.POSITIVE_INFINITY);
  });

  test('[S0.12] …103 is Ewa Zielińska, a customer with nothing open', async () => {
    expect(await whoIs('+48600100103')).toMatchObject({ customers: [{ name: 'Ewa Zielińska' }], drivers: [], open: [] });
  });

  test('[S0.14] …104 is the number of two customers', async () => {
    const { customers, open } = await whoIs('+48600100104');
    expect(customers.map((each) => each.name).sort()).toEqual(['Anna Kowalska', 'Piotr Kowalski']);
    expect(open).toEqual([]);
  });

  test('[S1.13] [S2.30] [S2.35b] …105 has a photo, two notes and a file', async () => {
    const where = { numbers: { some: { e164: '+48600100105' } } };
    const helena = await db.customer.findFirstOrThrow({
      where,
      select: { id: true, photo: true, notes: true, files: { where: { photoOf: null } } },
    });
    expect(helena.photo).toMatchObject({ mediaType: 'image/jpeg', customerId: helena.id });
    expect(stripLocation(await readRange(helena.photo?.id ?? '', 0, 1_000_000))).toMatchObject({ kind: 'picture', width: 480 });
    expect(helena.notes).toHaveLength(2);
    expect(helena.files).toMatchObject([{ mediaType: 'text/csv' }]);
    for (const { createdAt } of [...helena.notes, ...helena.files]) expect(createdAt.getTime()).toBeLessThan(NOW.getTime());
  });

  test('[S1.3] [S1.8] …105 is a VIP of a company with one delivery overdue', async () => {
    const { customers, open } = await whoIs('+48600100105');
    expect(customers).toMatchObject([{ name: 'Helena Wójcik', company: 'Wójcik i Syn', class: 'vip' }]);
    expect(open).toHaveLength(1);
    expect(open[0]?.wantedAt?.getTime()).toBeLessThan(NOW.getTime());
  });

  test('[S1.6] [S1.7] …106 is a problem customer with a warning', async () => {
    const { customers } = await whoIs('+48600100106');
    expect(customers).toMatchObject([{ name: 'Leon Trudny', class: 'problem' }]);
    expect(customers[0]?.note).not.toBe('');
  });

  test('[S0.20] …107 is a driver and no customer', async () => {
    expect(await whoIs('+48600100107')).toMatchObject({ customers: [], drivers: ['Marek Kierowca'] });
  });

  test('…108 is Teresa Lis, contact person of Lis Logistics', async () => {
    const e164 = '+48600100108';
    expect(await whoIs(e164)).toMatchObject({ customers: [{ name: 'Lis Logistics' }] });
    const contact = { name: 'Teresa Lis', numbers: { some: { e164 } }, customer: { name: 'Lis Logistics' } };
    expect(await db.contactPerson.count({ where: contact })).toBe(1);
  });

  test('[S3.7] …108 has two active interests, led by Marta, with something overdue', async () => {
    const interests = await db.interest.findMany({
      where: { closedAt: null, customer: { numbers: { some: { e164: '+48600100108' } } } },
      select: {
        responsible: { select: { name: true } },
        contact: { select: { name: true } },
        tasks: { where: { doneAt: null, dueAt: { lt: NOW } } },
      },
    });
    const teresa = { responsible: { name: 'Marta Manager' }, contact: { name: 'Teresa Lis' } };
    expect(interests).toMatchObject([teresa, teresa]);
    expect(interests.flatMap(({ tasks }) => tasks)).toHaveLength(1);
  });

  test('[S0.13] nobody of the believable day has a number like +486001001xx or +486001999xx', async () => {
    const clashing = { OR: [{ e164: { startsWith: '+486001001' } }, { e164: { startsWith: '+486001999' } }] };
    const found = await db.phoneNumber.findMany({ where: clashing, select: { e164: true } });
    const callers: string[] = Object.values(CALLERS).map(({ number }) => number);
    expect(found.filter(({ e164 }) => !callers.includes(e164))).toEqual([]);
    expect(await db.call.count({ where: { fromE164: { startsWith: '+486001' } } })).toBe(0);
  });
});

describe('the organisation of the demo', () => {
  test('it is in Warsaw, counts in złoty and speaks English', async () => {
    const expected = { timeZone: 'Europe/Warsaw', currency: 'PLN', language: 'en' };
    expect(await db.organisation.findMany()).toMatchObject([expected]);
  });

  test('its accounts have their roles, extensions and the published password', async () => {
    const users = await db.user.findMany({ orderBy: { email: 'asc' }, include: { accounts: true, pointOfSale: true } });
    const accounts = users.map((user) => [user.email, user.role, user.accounts[0]?.extension ?? null, user.incomingCallAction]);
    expect(accounts).toEqual([
      ['admin@offhook.test', 'admin', null, 'nothing'],
      ['manager@offhook.test', 'manager', '103', 'register_inquiry'],
      ['olga@offhook.test', 'operator', '101', 'open_delivery'],
      ['oskar@offhook.test', 'operator', '102', 'open_delivery'],
      ['supervisor@offhook.test', 'supervisor', '110', 'open_delivery'],
      ['venue@offhook.test', 'venue', null, 'nothing'],
    ]);
    expect(users.every((user) => user.isDemo)).toBe(true);
    expect(users.find((user) => user.role === 'venue')?.pointOfSale?.name).toBe('Mokotów');
    expect(await isPassword('offhook-demo', users[0]?.passwordHash ?? null)).toBe(true);
  });

  test('its practice PBX has the published secret, sealed', async () => {
    const connection = await db.pbxConnection.findUniqueOrThrow({ where: { slug: 'practice' }, include: { secrets: true } });
    expect(connection).toMatchObject({ kind: 'practice', country: 'PL' });
    expect(connection.secrets.map((secret) => unseal(secret.sealed))).toEqual(['whsec_b2ZmaG9vay1kZW1vLXNlY3JldC0wMDAwMDAwMDAw']);
  });

  test('its lines have their operators', async () => {
    const lines = await db.line.findMany({ orderBy: { e164: 'asc' }, include: { operators: { include: { user: true } } } });
    const assigned = lines.map((line) => [line.e164, line.name, line.kind, line.operators.map(({ user }) => user.name).sort()]);
    expect(assigned).toEqual([
      ['+48221000001', 'Delivery hotline', 'service', ['Olga Operator', 'Oskar Operator']],
      ['+48221000002', 'New customers', 'new_customer', ['Marta Manager', 'Olga Operator']],
      ['+48221000003', 'Follow-up', 'callback', ['Marta Manager', 'Olga Operator']],
      ['+48221000004', 'Complaints', 'service', []],
    ]);
  });
});

describe('the interests of the demo', () => {
  test('[S3.17] are in all stages, and what is closed says so', async () => {
    const interests = await db.interest.findMany({ include: { stage: true, interactions: true } });
    expect(new Set(interests.map(({ stage }) => stage.standard))).toEqual(new Set(['new', 'in_work', 'won', 'lost']));
    for (const { stage, closedAt, lostReason, customerId, potentialName, interactions } of interests) {
      expect(closedAt !== null).toBe(stage.kind !== 'active');
      expect(lostReason !== '').toBe(stage.kind === 'lost');
      expect(customerId === null).toBe(potentialName !== '');
      for (const { at } of interactions) expect(at.getTime()).toBeLessThan(NOW.getTime());
    }
  });

  test('[S3.13] a potential customer has a number that nobody else has', async () => {
    const numbers = (await db.interest.findMany({ where: { customerId: null } })).flatMap(({ phoneE164 }) => phoneE164 ?? []);
    expect(numbers.length).toBeGreaterThan(0);
    expect(await db.phoneNumber.count({ where: { e164: { in: numbers } } })).toBe(0);
  });
});

describe('the missed calls of the demo', () => {
  const MONTH = { from: new Date('2026-01-01T23:00:00Z'), to: new Date('2026-02-01T00:00:00Z') };

  test('[S2.22] [S2.25] [S2.27] of a month went every way there is, and some of today still wait', async () => {
    const { total, lastStatus, removedBy, byOperator } = await readStatistics(MONTH, undefined, { chainIds: null });
    const ways = [...Object.values(lastStatus), ...Object.values(removedBy.byReason), removedBy.hand, removedBy.list];
    expect(ways.map(({ rows }) => rows).filter((rows) => rows < 3)).toEqual([]);
    expect(total.rows).toBeGreaterThan(120);
    expect(byOperator.map(({ userId }) => userId)).toHaveLength(3);
    const today = { gte: new Date('2026-01-30T23:00:00Z') };
    expect(await db.missedCall.count({ where: { state: 'listed', lastMissedAt: today } })).toBeGreaterThanOrEqual(4);
  });

  test('every missed call has its row and every chain holds', async () => {
    expect(await db.call.count({ where: { isMissed: true, missedCallId: null } })).toBe(0);
    const chains = await db.ledgerChain.findMany({ select: { id: true, seq: true } });
    expect(chains).toHaveLength(4);
    for (const { id, seq } of chains) expect(await verifyChain(id)).toEqual({ ok: true, links: seq });
  });

  test('who was reached was called', async () => {
    const reached = { in: ['reached' as const, 'not_reached' as const] };
    expect(await db.missedCall.count({ where: { lastStatus: reached, firstAttemptAt: null } })).toBe(0);
  });

  test('nothing of their history is still to come', async () => {
    expect(await db.ledgerEvent.count({ where: { at: { gt: NOW } } })).toBe(0);
  });
});

describe('the believable day', () => {
  test('it has its sixty deliveries, 200 customers, 6 drivers, 3 points of sale, 40 products and 443 calls, and the callers', async () => {
    const counted = {
      deliveries: await db.delivery.count({ where: { wantedAt: { gte: YESTERDAY } } }),
      customers: await db.customer.count(),
      drivers: await db.driver.count(),
      pointsOfSale: await db.pointOfSale.count(),
      products: await db.product.count(),
      calls: await db.call.count(),
    };
    expect(counted).toEqual({ deliveries: 64, customers: 208, drivers: 7, pointsOfSale: 3, products: 40, calls: 443 });
  });

  test('its customers ordered before: a caller has a history, and all of it is over', async () => {
    const before = await db.delivery.groupBy({ by: ['status'], where: { wantedAt: { lt: YESTERDAY } }, _count: true });
    expect(before.map((each) => each.status)).toEqual(['delivered']);
    expect(before[0]?._count).toBeGreaterThan(150);
    expect(await db.delivery.count({ where: { phoneE164: '+48600100102', status: 'delivered' } })).toBe(14);
  });

  test('totals are the sum of the lines, and every status has the timeline that leads to it', async () => {
    const deliveries = await db.delivery.findMany({ include: { lines: true, events: { orderBy: { at: 'asc' } } } });
    for (const delivery of deliveries) {
      const sum = delivery.lines.reduce((total, line) => total + line.priceMinor * line.quantity, 0);
      const last = delivery.events.at(-1);
      expect(delivery.totalMinor).toBe(sum);
      expect(last?.type).toBe(delivery.status === 'draft' ? 'created' : delivery.status);
      expect(last?.at.getTime()).toBeLessThanOrEqual(NOW.getTime());
      expect(delivery.sentAt !== null).toBe(delivery.status !== 'draft');
    }
  });

  test('its calls are over, and their legs agree with them', async () => {
    const calls = await db.call.findMany({ include: { legs: true } });
    for (const call of calls) {
      const talked = call.legs.filter((leg) => leg.answeredAt);
      expect(call).toMatchObject({ phase: 'ended', isMissed: talked.length === 0 });
      expect(call.endedAt?.getTime()).toBeLessThan(NOW.getTime());
    }
  });

  test('a second seed changes nothing', async () => {
    const before = await db.delivery.count();
    await seedDemo(db, new Date('2026-02-01T16:00:00Z'));
    expect(await db.delivery.count()).toBe(before);
  });
});
