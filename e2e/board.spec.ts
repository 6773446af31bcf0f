import type { PrismaClient } from '../lib/db/generated/client.ts';
import { cardOf, column, orderAtMokotow, pointNamed, standAt } from './board.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct } from './order.ts';

test.use({ hasTouch: true });

/** What the browser complains of: nobody answers, or a step that became impossible is refused. */
const WHILE_CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|409/;

const statusOf = (db: PrismaClient, id: string) =>
  db.delivery.findUnique({ where: { id }, select: { status: true, promisedAt: true, seenRevision: true } });

test('[S0.16a] the venue accepts, cooks, hands over and the desk sees each step', async ({ olga, venue, db }) => {
  const { id, number, wantedAt } = await orderAtMokotow(db, ['PZ01', 'PI01'], { status: 'draft' });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  await sitDown(olga, `/deliveries/${id}`);

  await olga.getByRole('button', { name: 'Send to point of sale' }).click();

  const card = cardOf(column(venue, 'New'), number);
  await expect(card).toContainText('Pizza Margherita 32 cm');
  await expect(card).toContainText('Pierogi ruskie, 10 szt.');
  await olga.goto(`/deliveries?text=${number}`);
  const row = olga.getByRole('table', { name: 'Deliveries' }).getByRole('row', { name: new RegExp(String(number)) });
  await expect(row).toContainText('Sent');

  await card.getByRole('button', { name: 'Accept' }).tap();
  await expect(row).toContainText('Accepted');
  await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'accepted', promisedAt: wantedAt });

  await cardOf(column(venue, 'Accepted'), number).getByRole('button', { name: 'Start cooking' }).tap();
  await expect(row).toContainText('Cooking');
  await cardOf(column(venue, 'Cooking'), number).getByRole('button', { name: 'Ready' }).tap();
  await expect(row).toContainText('Ready');
  await cardOf(column(venue, 'Ready'), number).getByRole('button', { name: 'Handed over' }).tap();
  await expect(row).toContainText('On the way');
  await expect(cardOf(venue, number)).toHaveCount(0);
});

test('[S0.16a] the venue promises a later time, and takes back a step that was a slip', async ({ venue, db }) => {
  const { id, number, wantedAt } = await orderAtMokotow(db, ['PZ01'], { status: 'sent' });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  const card = cardOf(venue, number);

  await card.getByRole('combobox', { name: `Time promised for ${number}` }).selectOption({ index: 2 });
  await card.getByRole('button', { name: /^Accept, / }).tap();

  await expect(card.getByText(/^promised /)).toBeVisible();
  const promisedAt = new Date(Math.ceil((wantedAt?.getTime() ?? 0) / 60_000) * 60_000 + 20 * 60_000);
  await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'accepted', promisedAt });

  await venue
    .getByRole('listitem')
    .filter({ hasText: `${number} accepted` })
    .getByRole('button', { name: 'Undo' })
    .tap();
  await expect(cardOf(column(venue, 'New'), number)).toBeVisible();
  await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'sent' });
});

test('[S0.16a] rejected with a reason, and re-sent to another point of sale', async ({ olga, venue, admin, db }) => {
  const { id, number } = await orderAtMokotow(db, ['PZ01'], { status: 'sent' });
  const praga = await pointNamed(db, 'Praga');
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  await standAt(admin, praga.id);
  await sitDown(olga, `/deliveries/${id}`);

  await cardOf(venue, number).getByRole('button', { name: 'Reject' }).tap();
  const dialog = venue.getByRole('dialog', { name: `Reject delivery ${number}` });
  await dialog.getByRole('button', { name: 'Reject delivery' }).tap();
  await expect(dialog.getByText('The call desk needs a reason')).toBeVisible();
  await dialog.getByRole('button', { name: 'Equipment broken' }).tap();
  await dialog.getByRole('button', { name: 'Reject delivery' }).tap();

  await expect(cardOf(venue, number)).toHaveCount(0);
  await expect(olga.getByText('Equipment broken').first()).toBeVisible();

  await olga.getByRole('combobox', { name: 'Send to' }).selectOption(praga.id);
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();
  await expect(cardOf(column(admin, 'New'), number)).toBeVisible();
  await expect(cardOf(venue, number)).toHaveCount(0);
});

test('[S0.15] a change during cooking is marked with what changed until it is seen', async ({ olga, venue, db }) => {
  const { id, number } = await orderAtMokotow(db, ['PZ01', 'PI01'], { status: 'cooking' });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  await sitDown(olga, `/deliveries/${id}`);
  const card = cardOf(column(venue, 'Cooking'), number);
  await expect(card).toBeVisible();

  await addProduct(olga, '2x DE01');
  await olga.getByRole('button', { name: 'Remove Pierogi ruskie, 10 szt.' }).click();
  await expect(card.getByText('Changed', { exact: true })).toHaveCount(0);
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();

  await expect(card.getByText('Changed', { exact: true })).toBeVisible();
  await expect(card.getByRole('listitem').filter({ hasText: 'Sernik krakowski' })).toContainText('added');
  await expect(card.getByRole('listitem').filter({ hasText: 'Pierogi ruskie' })).toContainText('removed');

  await card.getByRole('button', { name: 'Seen' }).tap();
  await expect(card.getByText('Changed', { exact: true })).toHaveCount(0);
  await expect(card.getByText('Pierogi ruskie')).toHaveCount(0);
  await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'cooking', seenRevision: 2 });
});

test('a problem is reported with a reason that the desk reads, and solved', async ({ venue, db }) => {
  const { id, number } = await orderAtMokotow(db, ['PZ01'], { status: 'ready' });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  const card = cardOf(venue, number);

  await card.getByRole('button', { name: `Report a problem with ${number}` }).tap();
  const dialog = venue.getByRole('dialog', { name: `Problem with delivery ${number}` });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('<b>Pudełko</b> pękło');
  await dialog.getByRole('button', { name: 'Report a problem' }).tap();

  await expect(card.getByText('<b>Pudełko</b> pękło')).toBeVisible();
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ problemReason: '<b>Pudełko</b> pękło' });
  await card.getByRole('button', { name: 'Problem solved' }).tap();
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ problemReason: null, status: 'ready' });
});

test('a bell rings once for an order that comes, and stays off on a device where it was turned off', async ({ venue, db }) => {
  await venue.addInitScript(() => {
    const create = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function count() {
      document.documentElement.dataset.notes = String(Number(document.documentElement.dataset.notes ?? 0) + 1);
      return create.call(this);
    };
  });
  const notes = () => venue.evaluate(() => Number(document.documentElement.dataset.notes ?? 0));
  const [point, first] = [await pointNamed(db, 'Mokotów'), await orderAtMokotow(db, ['PZ01'], { status: 'sent' })];
  await standAt(venue, point.id);
  await expect(cardOf(venue, first.number)).toBeVisible();
  // A browser plays nothing before a first press, wherever it is.
  await venue.getByRole('heading', { level: 1 }).tap();
  await expect(venue.getByRole('button', { name: 'Sound on' })).toBeVisible();
  await expect.poll(notes).toBeGreaterThan(0);
  const before = await notes();

  const second = await orderAtMokotow(db, ['PI01'], { status: 'sent' });
  await venue.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(cardOf(venue, second.number)).toBeVisible();
  await expect.poll(notes).toBe(2 * before);

  await venue.getByRole('button', { name: 'Sound on' }).tap();
  await venue.reload();
  await expect(venue.getByRole('button', { name: 'Sound off' })).toBeVisible();
});

test.describe('without a connection', () => {
  test.use({ expectedComplaints: [WHILE_CUT_OFF] });

  test('offline for a minute: steps wait, are said, and arrive', async ({ venue, db }) => {
    const { id, number } = await orderAtMokotow(db, ['PZ01'], { status: 'sent' });
    const gone = await orderAtMokotow(db, ['PI01'], { status: 'cooking' });
    await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
    const connection = venue.getByRole('status', { name: 'Connection' });
    await expect(cardOf(venue, number)).toBeVisible();

    await venue.context().setOffline(true);
    await expect(connection).toContainText('Offline');
    await cardOf(venue, number).getByRole('button', { name: 'Accept' }).tap();
    await cardOf(column(venue, 'Accepted'), number).getByRole('button', { name: 'Start cooking' }).tap();
    await cardOf(column(venue, 'Cooking'), gone.number).getByRole('button', { name: 'Ready' }).tap();
    await expect(connection).toContainText('Offline: 3 steps wait and will be sent');
    await expect(cardOf(column(venue, 'Cooking'), number).getByText('Not sent yet')).toBeVisible();
    await db.delivery.update({ where: { id: gone.id }, data: { status: 'cancelled' } });
    expect(await statusOf(db, id)).toMatchObject({ status: 'sent' });

    await venue.context().setOffline(false);

    await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'cooking' });
    await expect(connection).toBeEmpty();
    await expect(cardOf(column(venue, 'Cooking'), number).getByText('Not sent yet')).toHaveCount(0);
    await expect(venue.getByText(new RegExp(`Delivery ${gone.number}: .*It stands at: Cancelled`))).toBeVisible();
    await expect(cardOf(venue, gone.number)).toHaveCount(0);
  });

  test('a page that is loaded again still has the steps that wait', async ({ venue, db }) => {
    const { id, number } = await orderAtMokotow(db, ['PZ01'], { status: 'sent' });
    await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
    await venue.route('**/api/pos/**', (route) => route.abort());
    await cardOf(venue, number).getByRole('button', { name: 'Accept' }).tap();
    await expect(venue.getByText('Offline: 1 step waits and will be sent')).toBeVisible();

    await venue.reload();

    await expect(cardOf(column(venue, 'Accepted'), number)).toBeVisible();
    await expect(venue.getByText('Offline: 1 step waits and will be sent')).toBeVisible();
    await venue.unroute('**/api/pos/**');
    await expect.poll(() => statusOf(db, id), { timeout: 15_000 }).toMatchObject({ status: 'accepted' });
  });
});

test.describe('a kitchen that cannot keep up', () => {
  test.afterEach(async ({ db }) => {
    await db.pointOfSale.updateMany({ data: { ordersStoppedAt: null } });
  });

  test('stops taking orders, which operators are told before they send one', async ({ olga, venue, db }) => {
    const { id } = await orderAtMokotow(db, ['PZ01'], { status: 'draft' });
    await standAt(venue, (await pointNamed(db, 'Mokotów')).id);

    await venue.getByRole('button', { name: 'Stop taking orders' }).tap();
    await expect(venue.getByText(/^No new orders since/)).toBeVisible();
    await sitDown(olga, `/deliveries/${id}`);
    await olga.getByRole('button', { name: 'Send to point of sale' }).click();
    await expect(olga.getByText('It takes no orders now').first()).toBeVisible();
    expect(await statusOf(db, id)).toMatchObject({ status: 'draft' });

    await venue.getByRole('button', { name: 'Take orders again' }).tap();
    await expect(venue.getByText(/^No new orders since/)).toHaveCount(0);
    await olga.reload();
    await olga.getByRole('button', { name: 'Send to point of sale' }).click();
    await expect.poll(() => statusOf(db, id)).toMatchObject({ status: 'sent' });
  });
});

test.describe('[R34] the doors of a board', () => {
  test('answer a venue for its own point of sale only, and nobody who is signed out', async ({ venue, visitor, db }) => {
    const [own, other] = [await pointNamed(db, 'Mokotów'), await pointNamed(db, 'Praga')];
    const statusAt = async (page: typeof venue, id: string) => (await page.request.get(`/api/pos/${id}/board`)).status();

    expect(await statusAt(venue, own.id)).toBe(200);
    expect(await statusAt(venue, other.id)).toBe(404);
    expect(await statusAt(visitor, own.id)).toBe(401);
  });

  test('[R37] take no press from another site', async ({ venue, baseURL, db }) => {
    const { id } = await orderAtMokotow(db, ['PZ01'], { status: 'sent' });
    const own = await pointNamed(db, 'Mokotów');
    const press = { headers: { origin: 'https://evil.example' }, data: { act: 'accept', deliveryId: id, revision: 1 } };

    expect((await venue.request.post(`/api/pos/${own.id}/acts`, press)).status()).toBe(403);
    expect(await statusOf(db, id)).toMatchObject({ status: 'sent' });
    const ours = { ...press, headers: { origin: baseURL ?? '' } };
    expect((await venue.request.post(`/api/pos/${own.id}/acts`, ours)).status()).toBe(200);
  });
});

test('[S0.16a] what the desk cancels while it cooks stays in sight, with the reason, until the kitchen has seen it', async ({
  olga,
  venue,
  db,
}) => {
  const { id, number } = await orderAtMokotow(db, ['PZ01'], { status: 'cooking' });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  await sitDown(olga, `/deliveries/${id}`);

  await olga.getByRole('button', { name: 'Cancel delivery' }).click();
  const question = olga.getByRole('form', { name: 'Cancel this delivery' });
  await question.getByRole('textbox').fill('Customer called off');
  await question.getByRole('button', { name: 'Yes, cancel it' }).click();

  const card = cardOf(column(venue, 'Cooking'), number);
  await expect(card).toContainText('Cancelled: Customer called off');
  await expect(card.getByRole('button', { name: 'Ready' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Seen' }).tap();
  await expect(cardOf(venue, number)).toHaveCount(0);
});
