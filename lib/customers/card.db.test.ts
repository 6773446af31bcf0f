import { expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { listCallsOfCustomer } from './calls-of-customer.ts';
import { findCustomer } from './card-queries.ts';
import { listDeliveriesOfCustomer } from './deliveries-of-customer.ts';

test('[R34] of the calls with any of their numbers, in and out, only those that one may see', async () => {
  const { source, line, olga } = await createPbxWorld();
  const foreign = await createLine(db, { connectionId: source.id });
  const numbers = [uniqueNumber(), uniqueNumber()];
  const call = { connectionId: source.id, lineId: line.id };
  const inbound = await createCall(db, { ...call, fromE164: numbers[0], startedAt: new Date('2026-11-01T10:00:00Z') });
  const outbound = { direction: 'outbound' as const, fromE164: null, toE164: numbers[1] };
  const dialled = await createCall(db, { ...call, ...outbound, startedAt: new Date('2026-11-02T10:00:00Z') });
  await createCall(db, { ...call, fromE164: uniqueNumber() });
  await createCall(db, { ...call, lineId: foreign.id, fromE164: numbers[0] });
  const theirs = numbers.map((e164) => ({ e164 }));

  const seen = await listCallsOfCustomer(theirs, { userId: olga.id, seesAllLines: false });

  expect(seen.rows.map(({ id }) => id)).toEqual([dialled.id, inbound.id]);
  expect(await listCallsOfCustomer(theirs, { userId: olga.id, seesAllLines: true })).toMatchObject({ rows: { length: 3 } });
  expect(await listCallsOfCustomer([], { userId: olga.id, seesAllLines: true })).toEqual({ rows: [], next: null });
});

test('open deliveries come first, the next due before the later; then the latest', async () => {
  const { id: customerId } = await createCustomer(db);
  const on = (status: 'delivered' | 'sent' | 'cooking', day: number) =>
    createDelivery(db, { customerId, status, wantedAt: new Date(Date.UTC(2026, 10, day)) });
  const [old, later, last, next] = [
    await on('delivered', 1),
    await on('sent', 5),
    await on('delivered', 9),
    await on('cooking', 4),
  ];

  const listed = await listDeliveriesOfCustomer(customerId);

  expect(listed.rows.map(({ id }) => id)).toEqual([next, later, last, old].map(({ id }) => id));
});

test('[S0.17] a card has the details as they are edited, and says which numbers are whole', async () => {
  const birthday = new Date('1990-02-28');
  const { id } = await createCustomer(db, {
    company: null,
    birthday,
    source: 'A friend',
    numbers: ['+48791000081', '+4879100008'],
  });

  expect(await findCustomer(id)).toMatchObject({
    details: { company: '', birthday: '1990-02-28', source: 'A friend', class: 'regular' },
    numbers: [
      { isPrimary: true, isCallable: true },
      { isPrimary: false, isCallable: false },
    ],
  });
});

test('every delivery is on one page, open ones first, also those without a time', async () => {
  const { id: customerId } = await createCustomer(db);
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));
  for (const status of ['sent', 'delivered'] as const) {
    for (const wantedAt of [at(1), at(1), at(2), null, null]) await createDelivery(db, { customerId, status, wantedAt });
  }

  const pages = [];
  for (let after = null, isMore = true; isMore; isMore = after !== null) {
    const page: Awaited<ReturnType<typeof listDeliveriesOfCustomer>> = await listDeliveriesOfCustomer(customerId, after, 3);
    pages.push(page.rows);
    after = page.next;
  }

  expect(pages.map(({ length }) => length)).toEqual([3, 3, 3, 1]);
  const all = pages.flat();
  expect(new Set(all.map(({ id }) => id)).size).toBe(10);
  expect(all.map(({ status }) => status)).toEqual([...Array(5).fill('sent'), ...Array(5).fill('delivered')]);
  const times = all.map(({ wantedAt }) => wantedAt?.getUTCHours() ?? null);
  expect(times).toEqual([1, 1, 2, null, null, 2, 1, 1, null, null]);
});

test('every call is on one page, also those of one moment', async () => {
  const { source, line } = await createPbxWorld();
  const e164 = uniqueNumber();
  const startedAt = new Date('2026-11-01T10:00:00Z');
  for (let index = 0; index < 45; index += 1)
    await createCall(db, { connectionId: source.id, lineId: line.id, fromE164: e164, startedAt });
  const viewer = { userId: source.id, seesAllLines: true };

  const first = await listCallsOfCustomer([{ e164 }], viewer);
  const second = await listCallsOfCustomer([{ e164 }], viewer, first.next);
  const third = await listCallsOfCustomer([{ e164 }], viewer, second.next);

  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
  expect(third.next).toBeNull();
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(45);
});
