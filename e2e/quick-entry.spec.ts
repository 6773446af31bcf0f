import type { Page } from '@playwright/test';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const entry = (page: Page) => page.getByRole('form', { name: 'Who is calling' });

test('[S1.14] while it rings only the number shows; during the call a name is enough, and the next call shows it', async ({
  olga,
  pbx,
  db,
}) => {
  const number = '+48600177101';
  await sitDown(olga);
  const call = await pbx.ring({ from: number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Unknown');
  await expect(entry(olga)).toBeHidden();

  await answer(olga);
  const name = entry(olga).getByRole('textbox', { name: "Caller's name" });
  await expect(name).not.toBeFocused();
  await name.fill('Nina Nowa');
  await entry(olga).getByRole('button', { name: 'More' }).click();
  await entry(olga).getByRole('textbox', { name: 'City' }).fill('Gdynia');
  await entry(olga).getByRole('combobox', { name: 'Class' }).selectOption('vip');
  await name.press('Enter');

  await expect(currentCall(olga).getByRole('link', { name: 'Nina Nowa' })).toBeVisible();
  await expect(currentCall(olga)).toContainText('VIP');
  await expect(entry(olga)).toBeHidden();
  await expect(currentCall(olga)).toBeFocused();
  await olga.getByRole('main').getByRole('button', { name: 'The caller is Nina Nowa' }).click();
  await expect(olga.getByRole('main').getByRole('textbox', { name: 'Name' })).toHaveValue('Nina Nowa');
  await expect(olga.getByRole('main').getByRole('link', { name: 'Open card' })).toBeVisible();
  expect(await db.customer.findFirst({ where: { name: 'Nina Nowa' } })).toMatchObject({ city: 'Gdynia', class: 'vip' });
  await pbx.hangUp(call);

  await pbx.ring({ from: number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Nina Nowa');
  await expect(callerCard(incomingCall(olga))).toContainText('Gdynia, PL');
});

test.describe('where the connection fails', () => {
  test.use({ expectedComplaints: [/ERR_FAILED|Failed to fetch/] });

  test('[S1.14] what was typed outlives a reload, the end of the call and a failed save', async ({ olga, pbx, db }) => {
    await sitDown(olga);
    const call = await pbx.ring({ from: '+48600177102', ...atOlga });
    await answer(olga);
    await entry(olga).getByRole('textbox', { name: "Caller's name" }).fill('Paweł Przerwany');

    await olga.reload();
    await expect(entry(olga).getByRole('textbox', { name: "Caller's name" })).toHaveValue('Paweł Przerwany');

    await pbx.hangUp(call);
    const left = olga.getByRole('region', { name: 'Caller not saved yet' });
    await expect(left.getByRole('textbox', { name: "Caller's name" })).toHaveValue('Paweł Przerwany');

    await olga.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await left.getByRole('button', { name: 'Save caller' }).click();
    await expect(left.getByRole('alert')).toContainText('no connection');
    await olga.unrouteAll();

    await left.getByRole('button', { name: 'Save caller' }).click();
    await expect(left).toBeHidden();
    expect(await db.customer.count({ where: { name: 'Paweł Przerwany' } })).toBe(1);
  });
});

test('[S1.14] also whoever answers with something else than a delivery takes them down', async ({ marta, pbx }) => {
  await sitDown(marta);
  await pbx.ring({ from: '+48600177103', line: LINES.deliveryHotline, extensions: [EXTENSIONS.marta] });
  await answer(marta);

  await entry(marta).getByRole('textbox', { name: "Caller's name" }).fill('Iza Inna');
  await entry(marta).getByRole('button', { name: 'Save caller' }).click();
  await expect(currentCall(marta).getByRole('link', { name: 'Iza Inna' })).toBeVisible();
});

test('[S1.14] without a name it says so, and discarding leaves nothing', async ({ olga, pbx }) => {
  await sitDown(olga);
  const call = await pbx.ring({ from: '+48600177104', ...atOlga });
  await answer(olga);
  await entry(olga).getByRole('button', { name: 'Save caller' }).click();
  await expect(entry(olga)).toContainText('A name is needed');

  await entry(olga).getByRole('textbox', { name: "Caller's name" }).fill('Nobody');
  await entry(olga).getByRole('button', { name: 'Discard' }).click();
  await pbx.hangUp(call);
  await expect(currentCall(olga)).toHaveCount(0);
  await expect(entry(olga)).toBeHidden();
});

test('[S1.15a] a colleague took the caller down first: it says who has the number, and nobody is there twice', async ({
  olga,
  pbx,
  db,
}) => {
  const number = '+48600177105';
  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await entry(olga).getByRole('textbox', { name: "Caller's name" }).fill('Felicja F.');
  await db.customer.create({
    data: { name: 'Felicja Pierwsza', numbers: { create: { raw: number, e164: number, display: number } } },
  });

  await entry(olga).getByRole('button', { name: 'Save caller' }).click();
  await expect(entry(olga).getByRole('alert')).toContainText('Felicja Pierwsza');
  await entry(olga)
    .getByRole('button', { name: /Felicja Pierwsza/ })
    .click();

  await expect(currentCall(olga).getByRole('link', { name: 'Felicja Pierwsza' })).toBeVisible();
  expect(await db.customer.count({ where: { name: 'Felicja F.' } })).toBe(0);
});

test('[R29] a withheld caller is nobody to be taken down', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: 'anonymous', ...atOlga });
  await answer(olga);

  await expect(currentCall(olga)).toContainText(/withheld/i);
  await expect(entry(olga)).toBeHidden();
});
