import { describe, expect, test } from 'vitest';
import { createDriver } from '../../prisma/factories/customers.ts';
import { createDelivery, createDeliveryEvent } from '../../prisma/factories/deliveries.ts';
import { db } from '../db/client.ts';
import { countGroups, countOpen } from './counts.ts';
import { DeliveryFilter, pageKey } from './filter.ts';
import { groupOf } from './grouping.ts';
import { readDeliveryList } from './list.ts';
import { listedDay } from './listed-day.ts';
import { type DeliveryRow, findUnsent, listDeliveries, listDrafts, PAGE_ROWS } from './queries.ts';
import { savedSelect, toSaved } from './row.ts';

const at = (moment: string) => new Date(`2026-11-${moment}:00Z`);
const dayAt = (now: Date, asked?: string) => listedDay(asked, now, 'Europe/Warsaw');
const TODAY = dayAt(at('22T12:00'));

/** The page that a link to the next page leads to. */
function after(last: DeliveryRow | undefined): DeliveryFilter {
  return DeliveryFilter.parse({ after: last && pageKey(last) });
}

describe('the list of deliveries', () => {
  test('today holds what is wanted today and what is still open from before, earliest first', async () => {
    const wanted = { late: at('21T18:00'), today: at('22T16:00'), tomorrow: at('23T10:00') };
    const late = await createDelivery(db, { wantedAt: wanted.late, customerName: 'Late' });
    await createDelivery(db, { wantedAt: wanted.late, status: 'delivered' });
    const today = await createDelivery(db, { wantedAt: wanted.today, customerName: 'Żaneta', phoneE164: '+48791234567' });
    const tomorrow = await createDelivery(db, { wantedAt: wanted.tomorrow });
    const draft = await createDelivery(db, { wantedAt: wanted.today, status: 'draft' });

    const ids = async (...query: Parameters<typeof listDeliveries>) => (await listDeliveries(...query)).rows.map((row) => row.id);
    expect(await ids({}, TODAY)).toEqual([late.id, today.id]);
    expect(await ids({}, dayAt(at('22T12:00'), '2026-11-23'))).toEqual([tomorrow.id]);
    expect((await listDrafts({})).map((row) => row.id)).toEqual([draft.id]);
    expect(await countOpen(at('22T12:00'))).toEqual({ open: 3, late: 1 });

    expect(await ids({ text: 'żanet' }, null)).toEqual([today.id]);
    expect(await ids({ text: '791 234' }, null)).toEqual([today.id]);
    expect(await ids({ text: String(tomorrow.number) }, null)).toEqual([tomorrow.id]);
    expect(await ids({ text: '99999999999999999999' }, null)).toEqual([]);
  });

  test('what is taken at 23:40 for 00:30 is on it at once', async () => {
    const customerName = 'Over midnight';
    const { id } = await createDelivery(db, { wantedAt: at('28T23:30'), customerName });
    const listedAt = async (now: Date) =>
      (await readDeliveryList({ text: customerName }, now, 'Europe/Warsaw')).rows.map((row) => row.id);

    expect(await listedAt(at('28T22:40'))).toEqual([id]);
    expect(await listedAt(at('28T11:00'))).toEqual([]);
  });

  test('what is open from yesterday is on it whatever status is asked for, what is done is not', async () => {
    const customerName = 'Left over midnight';
    const left = await createDelivery(db, { wantedAt: at('28T22:50'), status: 'on_the_way', customerName });
    const timeless = await createDelivery(db, { wantedAt: null, status: 'on_the_way', customerName });
    const brought = await createDelivery(db, { wantedAt: at('28T22:40'), status: 'delivered', customerName });
    const listedFor = async (status: DeliveryFilter['status'], day?: string) => {
      const filter = { text: customerName, status, day };
      return (await readDeliveryList(filter, at('28T23:05'), 'Europe/Warsaw')).rows.map((row) => row.id);
    };

    for (const status of [undefined, 'any', 'on_the_way'] as const)
      expect(await listedFor(status)).toEqual([left.id, timeless.id]);
    expect(await listedFor('delivered')).toEqual([]);
    expect(await listedFor('any', '2026-11-28')).toEqual([brought.id, left.id]);
  });

  test('pages meet without a gap or a repeat, also where many are wanted at one moment', async () => {
    const noon = at('25T11:00');
    const day = dayAt(at('22T12:00'), '2026-11-25');
    for (let each = 0; each < PAGE_ROWS + 5; each += 1) await createDelivery(db, { wantedAt: noon });

    const first = await listDeliveries({}, day);
    const second = await listDeliveries(after(first.rows.at(-1)), day);

    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(PAGE_ROWS + 5);
  });
});

describe('a delivery that was sent and has no time', () => {
  const day = dayAt(new Date('2026-12-01T12:00:00Z'));
  const asYesterday = dayAt(new Date('2026-12-02T12:00:00Z'), '2026-12-01');
  // Not to meet the deliveries of other tests, which are open today too.
  const customerName = 'Without a time';

  test('stands on the list of today, last', async () => {
    const sent = await createDelivery(db, { wantedAt: null, customerName });
    const timed = await createDelivery(db, { wantedAt: new Date('2026-12-01T11:00:00Z'), customerName });
    const { rows } = await listDeliveries({ text: customerName }, day);

    expect(rows.map((row) => row.id)).toEqual([timed.id, sent.id]);
    expect((await listDeliveries({ text: customerName }, asYesterday)).rows).toHaveLength(1);
    await db.delivery.deleteMany({ where: { customerName } });
  });

  test('pages end and begin on it as on any other', async () => {
    for (let each = 0; each < PAGE_ROWS + 5; each += 1) await createDelivery(db, { wantedAt: null, customerName });
    await createDelivery(db, { wantedAt: new Date('2026-12-01T11:00:00Z'), customerName });
    const first = await listDeliveries({ text: customerName }, day);
    const second = await listDeliveries({ text: customerName, ...after(first.rows.at(-1)) }, day);

    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(PAGE_ROWS + 6);
    expect((await listDeliveries({ text: customerName, ...after(first.rows[0]) }, day)).rows).toHaveLength(PAGE_ROWS);
  });

  test('the list offers the next page where one ends on it', async () => {
    for (let each = 0; each < PAGE_ROWS + 1; each += 1) await createDelivery(db, { wantedAt: null, customerName });
    const { next } = await readDeliveryList({ text: customerName }, new Date('2026-12-01T10:00:00Z'), 'Europe/Warsaw');

    expect(DeliveryFilter.parse({ after: next }).after).toMatchObject({ wantedAt: null });
  });
});

describe('the filters of the list', () => {
  const ids = async (filter: DeliveryFilter) => (await listDeliveries(filter, null)).rows.map((row) => row.id);

  test('find by street, and by a phone number however it is written', async () => {
    const { id } = await createDelivery(db, { street: 'Zażółcona 5', phoneE164: '+48791888777' });

    for (const text of ['zażółcona 5', '791888777', '791-888-777', '(791) 888 777', '+48 791 888 777', '0048791888777']) {
      expect(await ids({ text })).toEqual([id]);
    }
    for (const text of ['%żółcona', 'Za_ółcona', '7918887770']) expect(await ids({ text })).toEqual([]);
  });

  test('find what a driver has, and what nobody has', async () => {
    const driver = await createDriver(db);
    const customerName = 'Who brings it';
    const theirs = await createDelivery(db, { driverId: driver.id, customerName });
    const nobodys = await createDelivery(db, { customerName });

    expect(await ids({ driver: driver.id, text: customerName })).toEqual([theirs.id]);
    expect(await ids({ driver: 'none', text: customerName })).toEqual([nobodys.id]);
    expect(await ids({ text: customerName })).toHaveLength(2);
  });
});

describe('a group that goes on beyond its page', () => {
  test('is counted whole, in the groups the rows stand in', async () => {
    const now = at('22T12:00');
    const day = dayAt(at('22T12:00'));
    const text = 'Counted';
    const wanted = [at('22T11:58'), at('22T11:59'), at('22T12:00'), at('22T13:00'), at('22T13:01'), null];
    for (const wantedAt of wanted) await createDelivery(db, { wantedAt, customerName: text });

    const { rows } = await listDeliveries({ text }, day);
    const inGroup = (group: string) => rows.filter((row) => groupOf(row, now) === group).length;
    const counts = await countGroups({ text }, day, now);

    expect(counts).toEqual({ late: 2, soon: 2, later: 2, done: 0 });
    expect(counts).toEqual({ late: inGroup('late'), soon: inGroup('soon'), later: inGroup('later'), done: inGroup('done') });
  });
});

describe('changes that were not sent', () => {
  test('are known by what differs from what was sent, not by a save that changed nothing in the end', async () => {
    const made = async (customerName: string) => {
      const { id } = await createDelivery(db, { customerName: 'Sent name', status: 'cooking' });
      const saved = toSaved(await db.delivery.findUniqueOrThrow({ where: { id }, select: savedSelect }));
      await db.delivery.update({ where: { id }, data: { sentContent: saved.content, customerName } });
      await createDeliveryEvent(db, { deliveryId: id, type: 'sent' });
      await createDeliveryEvent(db, { deliveryId: id, type: 'changed' });
      return id;
    };
    const [changed, same] = [await made('Other name'), await made('Sent name')];

    const { rows } = await listDeliveries({ status: 'cooking' }, null);
    const unsent = await findUnsent(rows);
    expect([unsent.has(changed), unsent.has(same)]).toEqual([true, false]);
  });
});
