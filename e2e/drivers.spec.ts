import { randomUUID } from 'node:crypto';
import { createDriver } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test("[S0.20] a driver who rings shows today's deliveries, and one click calls the customer", async ({ olga, pbx, db }) => {
  const from = uniqueNumber();
  const driver = await createDriver(db, { name: `Rings ${randomUUID().slice(0, 8)}`, numbers: [from] });
  const stop = { driverId: driver.id, status: 'on_the_way', wantedAt: new Date() } as const;
  const { id, number } = await createDelivery(db, { ...stop, customerName: 'Waits Hungry', phoneE164: uniqueNumber() });
  await sitDown(olga);

  await pbx.ring({ from, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  const stops = (call: ReturnType<typeof incomingCall>) =>
    callerCard(call).getByRole('list', { name: "Driver's open deliveries" });
  await expect(stops(incomingCall(olga))).toContainText(`#${number}`);
  await expect(stops(incomingCall(olga))).toContainText('Waits Hungry');
  await answer(olga);

  await expect(olga).toHaveURL(new RegExp(`/drivers/${driver.id}`));
  await expect(olga.getByRole('table', { name: "Today's deliveries" })).toContainText('Waits Hungry');
  await stops(currentCall(olga)).getByRole('button', { name: 'Call customer' }).click();
  await expect.poll(() => db.call.count({ where: { aboutDeliveryId: id } })).toBe(1);
});

test('a shift that a colleague switches is seen at once', async ({ olga, oskar, db }) => {
  const driver = await createDriver(db, { name: `Shift ${randomUUID().slice(0, 8)}`, isOnShift: false });
  const ofShift = { name: `${driver.name} is on shift` };
  await sitDown(oskar, `/drivers/${driver.id}`);
  await olga.goto(`/drivers?text=${encodeURIComponent(driver.name)}`);

  await olga.getByRole('switch', ofShift).click();
  await expect(olga.getByRole('switch', ofShift)).toBeChecked();
  await expect(oskar.getByRole('switch', ofShift)).toBeChecked();
});

test('a driver is added with a whole number, archived, and brought back by Undo', async ({ olga }) => {
  const name = `New ${randomUUID().slice(0, 8)}`;
  await sitDown(olga, '/drivers');
  await olga.getByRole('button', { name: 'Add driver' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Add driver' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Mobile number' }).fill('791 12');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is not a whole phone number')).toBeVisible();

  await dialog.getByRole('textbox', { name: 'Mobile number' }).fill('791 123 456');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await olga.getByRole('table', { name: 'Drivers' }).getByRole('link', { name }).click();
  await expect(olga.getByRole('heading', { name })).toBeVisible();
  await olga.getByRole('button', { name: 'Archive' }).click();
  await expect(olga.getByText('no delivery can be given to them')).toBeVisible();
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(olga.getByRole('switch', { name: `${name} is on shift` })).toBeVisible();
});

test("two colleagues who edit one driver keep each other's change", async ({ olga, oskar, db }) => {
  const { id } = await createDriver(db, { name: `Edited ${randomUUID().slice(0, 8)}`, numbers: ['+48791000111'] });
  const dialogs = [];
  for (const page of [olga, oskar]) {
    await sitDown(page, `/drivers/${id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    dialogs.push(page.getByRole('dialog'));
  }
  const [hers, his] = dialogs;

  await hers?.getByRole('textbox', { name: 'Mobile number' }).fill('791 000 222');
  await hers?.getByRole('button', { name: 'Save' }).click();
  await expect(olga.getByText('+48 791 000 222')).toBeVisible();
  await his?.getByRole('textbox', { name: 'Name' }).fill('Edited by Oskar');
  await his?.getByRole('button', { name: 'Save' }).click();

  await expect(olga.getByRole('heading', { name: 'Edited by Oskar' })).toBeVisible();
  expect(await db.phoneNumber.findMany({ where: { driverId: id } })).toMatchObject([{ e164: '+48791000222' }]);
});

test("the next step of a driver's delivery is one press, and taken back by Undo", async ({ olga, db }) => {
  const driver = await createDriver(db, { name: `Steps ${randomUUID().slice(0, 8)}` });
  const { id, number } = await createDelivery(db, { driverId: driver.id, status: 'ready', wantedAt: new Date() });
  const statusNow = async () => (await db.delivery.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
  await sitDown(olga, `/drivers/${driver.id}`);

  await olga.getByRole('button', { name: 'On its way' }).click();
  await expect(olga.getByText(`${number} is on its way`)).toBeVisible();
  await expect.poll(statusNow).toBe('on_the_way');
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(statusNow).toBe('ready');
});
