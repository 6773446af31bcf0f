import type { Page } from '@playwright/test';
import { createDelivery, createPointOfSale } from '../prisma/factories/deliveries.ts';
import { expect, test } from './fixtures.ts';
import { startTill } from './till.ts';

const NAME = 'Trial kitchen';

// Other stories choose among the points of sale of the demo.
test.afterEach(async ({ db }) => {
  await db.pointOfSale.updateMany({ where: { name: { startsWith: NAME } }, data: { archivedAt: new Date() } });
});

const uniqueName = () => `${NAME} ${Date.now()}`;

async function add(admin: Page, name: string): Promise<string> {
  await admin.goto('/admin/points-of-sale');
  await admin.getByRole('link', { name: 'New point of sale' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill(name);
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(admin).toHaveURL(/points-of-sale\/[0-9a-f-]{36}$/);
  return admin.url().split('/').at(-1) ?? '';
}

test('[S0.16a] a real till takes part: it hears of a delivery, accepts it, and the operator sees that', async ({
  admin,
  olga,
  db,
}) => {
  const till = await startTill();
  try {
    const pointOfSaleId = await add(admin, uniqueName());
    await admin.getByRole('link', { name: 'Till', exact: true }).click();
    await admin.getByRole('textbox', { name: 'URL', exact: true }).fill(till.url);
    await admin.getByRole('button', { name: 'Save' }).click();
    const secret = await admin.getByRole('textbox', { name: 'New secret' }).inputValue();
    const actsUrl = await admin.getByRole('textbox', { name: 'Where the till answers' }).inputValue();

    await admin.getByRole('button', { name: 'Send a test' }).click();
    const messages = admin.getByRole('list', { name: 'Messages' });
    await expect(messages).toContainText('Test');
    await expect(messages).toContainText('Delivered');
    await expect.poll(() => till.heard.map(({ message }) => message.type)).toEqual(['till.test']);

    const product = await db.product.findFirstOrThrow({ where: { isAvailable: true }, orderBy: { code: 'asc' } });
    const lines = [{ product, quantity: 2 }];
    const { id, number } = await createDelivery(db, { status: 'draft', pointOfSaleId, lines });
    await olga.goto(`/deliveries/${id}`);
    await olga.getByRole('button', { name: 'Send to point of sale' }).click();
    await expect.poll(() => till.heard.length).toBe(2);

    expect(till.heard[1]?.isSignedBy(secret)).toBe(true);
    expect(till.heard[1]?.message).toMatchObject({
      type: 'delivery.sent',
      data: { delivery: { id, number, revision: 1, lines: [{ productCode: product.code, quantity: 2 }] } },
    });

    await olga.goto(`/deliveries?day=any&text=${number}`);
    const row = olga.getByRole('table', { name: 'Deliveries' }).getByRole('row', { name: new RegExp(`\\b${number}\\b`) });
    await expect(row).toContainText('Sent');
    expect(await till.say(actsUrl, secret, { act: 'accept', number, revision: 1 })).toEqual({
      status: 200,
      body: { results: [{ outcome: 'done', status: 'accepted' }] },
    });
    await expect(row).toContainText('Accepted');

    expect(await till.say(actsUrl, 'whsec_d3Jvbmcgc2VjcmV0IHdyb25nIHNlY3JldA==', { act: 'startCooking', number })).toMatchObject({
      status: 401,
    });
  } finally {
    till.stop();
  }
});

test('a till that switched itself off stays off while its address is changed, and a second new secret has to wait', async ({
  admin,
  db,
}) => {
  const id = await add(admin, uniqueName());
  await admin.getByRole('link', { name: 'Till', exact: true }).click();
  await admin.getByRole('textbox', { name: 'URL', exact: true }).fill('https://till.example/');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('button', { name: 'I have it' }).click();
  await expect(admin.getByRole('checkbox', { name: 'Enabled' })).toBeChecked();

  await db.pointOfSaleWebhook.update({ where: { pointOfSaleId: id }, data: { isEnabled: false } });
  await admin.getByRole('textbox', { name: 'URL', exact: true }).fill('https://other.example/');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('checkbox', { name: 'Enabled' })).not.toBeChecked();
  const webhook = await db.pointOfSaleWebhook.findUnique({ where: { pointOfSaleId: id } });
  expect(webhook).toMatchObject({ url: 'https://other.example/', isEnabled: false });

  await admin.getByRole('button', { name: 'Make a new secret' }).click();
  await admin.getByRole('button', { name: 'I have it' }).click();
  await expect(admin.getByRole('button', { name: 'Make a new secret' })).toHaveAccessibleDescription(/still valid/);
});

test('[S0.16c] whether a pick-up may be anonymous is the point of sale’s setting', async ({ admin, olga, db }) => {
  const id = await add(admin, uniqueName());
  await admin.getByRole('checkbox', { name: 'Anonymous pick-up allowed' }).uncheck();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => db.pointOfSale.findUnique({ where: { id } })).toMatchObject({ allowsAnonymousPickUp: false });

  const product = await db.product.findFirstOrThrow({ where: { isAvailable: true }, orderBy: { code: 'asc' } });
  const nobody = { customerName: '', street: '', fulfilment: 'pick_up', status: 'draft' } as const;
  const draft = await createDelivery(db, { ...nobody, pointOfSaleId: id, lines: [{ product, quantity: 1 }] });
  await olga.goto(`/deliveries/${draft.id}`);
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();
  await expect(olga.getByText('A phone number or a name is needed').first()).toBeVisible();

  await admin.getByRole('checkbox', { name: 'Anonymous pick-up allowed' }).check();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => db.pointOfSale.findUnique({ where: { id } })).toMatchObject({ allowsAnonymousPickUp: true });
  await olga.reload();
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();
  await expect.poll(() => db.delivery.findUnique({ where: { id: draft.id } })).toMatchObject({ status: 'sent' });
});

test('[S0.16c] a load that is not to be shown is not shown to operators', async ({ admin, olga, db }) => {
  const name = uniqueName();
  const { id } = await createPointOfSale(db, { name, capacity: 37 });
  const draft = await createDelivery(db, { status: 'draft', pointOfSaleId: id });
  await olga.goto(`/deliveries/${draft.id}`);
  await expect(olga.getByText('Load 0 of 37')).toBeVisible();

  await admin.goto(`/admin/points-of-sale/${id}`);
  await admin.getByRole('checkbox', { name: 'Show load to operators' }).uncheck();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => db.pointOfSale.findUnique({ where: { id } })).toMatchObject({ showsLoad: false });

  await olga.reload();
  await expect(olga.getByRole('combobox', { name: 'Send to' })).toHaveValue(id);
  await expect(olga.getByText('of 37')).toHaveCount(0);
});

test('what is typed wrong is said at its field and nothing typed is lost; hours may run past midnight', async ({ admin, db }) => {
  const id = await add(admin, uniqueName());
  await admin.getByRole('textbox', { name: 'Name' }).fill('Mokotów');
  await admin.getByRole('textbox', { name: 'Deliveries at once' }).fill('many');
  await admin.getByRole('checkbox', { name: 'Always open' }).uncheck();
  await admin.getByRole('textbox', { name: 'Monday, to' }).fill('2');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('A number from 1 to 500.')).toBeVisible();
  await expect(admin.getByRole('textbox', { name: 'Deliveries at once' })).toBeFocused();

  await admin.getByRole('textbox', { name: 'Deliveries at once' }).fill('9');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Another point of sale has this name.')).toBeVisible();
  await expect(admin.getByRole('textbox', { name: 'Monday, to' })).toHaveValue('02:00');

  await admin.getByRole('textbox', { name: 'Name' }).fill(uniqueName());
  await admin.getByRole('textbox', { name: 'Pick-up ready after' }).fill('0');
  await admin.getByRole('button', { name: 'Add hours on Monday' }).click();
  await admin.getByRole('textbox', { name: 'Monday, from' }).last().fill('12');
  await admin.getByRole('textbox', { name: 'Monday, to' }).last().fill('14');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('A number of minutes from 1 to 240.')).toBeVisible();
  await expect(admin.getByText('Hours of one day must not overlap.')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Pick-up ready after' }).fill('20');
  await admin.getByRole('button', { name: 'Remove hours on Monday' }).last().click();
  await admin.getByRole('button', { name: 'Copy Monday to all days' }).click();
  await admin.getByRole('button', { name: 'Save' }).click();
  const sunday = [{ from: '10:00', to: '02:00' }];
  await expect
    .poll(() => db.pointOfSale.findUnique({ where: { id } }))
    .toMatchObject({ capacity: 9, openingHours: { sun: sunday } });
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'point-of-sale.changed' } })).toBe(2);
});

test('an archived point of sale is offered to nobody, and comes back with one press', async ({ admin, olga, db }) => {
  const name = uniqueName();
  const id = await add(admin, name);
  await admin.getByRole('button', { name: 'Archive' }).click();
  await expect(admin.getByRole('button', { name: 'Restore' })).toBeVisible();
  // A message that one points at stays.
  await admin.getByRole('button', { name: 'Undo' }).hover();
  await olga.goto('/deliveries/new');
  await expect(olga.getByRole('option', { name: 'Mokotów' }).first()).toBeAttached();
  await expect(olga.getByRole('option', { name })).toHaveCount(0);

  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('button', { name: 'Archive' })).toBeVisible();
  expect(await db.pointOfSale.findUnique({ where: { id } })).toMatchObject({ archivedAt: null });
});

test.describe('[R34] administration is for admins', () => {
  test.use({ expectedComplaints: [/404/] });

  for (const path of ['/admin/points-of-sale', '/admin/points-of-sale/new']) {
    test(`${path} is not there for an operator`, async ({ olga }) => {
      expect((await olga.goto(path))?.status()).toBe(404);
    });
  }
});
