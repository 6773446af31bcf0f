import { randomUUID } from 'node:crypto';
import { createDriver } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { cardOf, column, pointNamed, standAt } from './board.ts';
import { answer, callerCard, currentCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test('[S0.13] [S0.16] [S0.16a] [S0.20] from call to door: taken, cooked, carried, asked about and delivered', async ({
  olga,
  venue,
  pbx,
  db,
}) => {
  const drivers = { number: uniqueNumber(), name: `Wieczór ${randomUUID().slice(0, 8)}` };
  const driver = await createDriver(db, { name: drivers.name, numbers: [drivers.number] });
  const mokotow = await pointNamed(db, 'Mokotów');
  await standAt(venue, mokotow.id);
  await sitDown(olga);

  const callId = await pbx.ring({ from: uniqueNumber(), ...atOlga });
  await answer(olga);
  await addProduct(olga, 'PZ01');
  const id = await draftIdOf(olga);
  await olga.getByRole('textbox', { name: 'Name', exact: true }).fill('Wanda Wieczorna');
  await olga.getByRole('textbox', { name: 'Street' }).fill('Dolna 9');
  await olga.getByRole('combobox', { name: 'Send to' }).selectOption(mokotow.id);
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();
  await expect(olga).toHaveURL(/\/deliveries$/);
  await pbx.hangUp(callId);
  const { number } = await db.delivery.findUniqueOrThrow({ where: { id } });

  await cardOf(column(venue, 'New'), number).getByRole('button', { name: 'Accept' }).click();
  await cardOf(column(venue, 'Accepted'), number).getByRole('button', { name: 'Start cooking' }).click();
  await cardOf(column(venue, 'Cooking'), number).getByRole('button', { name: 'Ready' }).click();
  await olga.goto(`/deliveries/${id}`);
  await olga.getByRole('combobox', { name: 'Driver' }).selectOption(driver.id);
  await expect(cardOf(column(venue, 'Ready'), number)).toContainText(drivers.name);
  await cardOf(column(venue, 'Ready'), number).getByRole('button', { name: 'Handed over' }).click();
  await expect(olga.getByRole('region', { name: 'Timeline' })).toContainText('On the way');

  await pbx.ring({ from: drivers.number, ...atOlga });
  await answer(olga);
  await expect(olga).toHaveURL(new RegExp(`/drivers/${driver.id}`));
  await expect(callerCard(currentCall(olga))).toContainText('Wanda Wieczorna');
  const stop = olga.getByRole('table', { name: "Today's deliveries" }).getByRole('row', { name: /Wanda Wieczorna/ });
  await stop.getByRole('button', { name: 'Delivered' }).click();

  await expect(stop).toContainText('Delivered');
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ status: 'delivered', driverId: driver.id });
});
