import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] });

test('[S0.8] a link pressed while the network is away says so, and the call stays; once it is back the link leads on', async ({
  olga,
  pbx,
}) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.helena.number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await answer(olga);
  await expect(currentCall(olga)).toContainText('Talking');
  // What the answer leads to is there before the network goes.
  await expect(olga).toHaveURL(/\/deliveries\/[\da-f-]{36}/);
  const customers = olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' });

  await olga.context().setOffline(true);
  await customers.click();
  await expect(olga.getByText('The server is out of reach, so this page stays.').first()).toBeVisible();
  await expect(olga).toHaveURL(/\/deliveries/);
  await expect(currentCall(olga)).toContainText('Talking');

  await olga.context().setOffline(false);
  await expect(async () => {
    await customers.click();
    await expect(olga).toHaveURL(/\/customers/, { timeout: 2_000 });
  }).toPass();
  await expect(currentCall(olga)).toContainText('Talking');
});
