import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1366, height: 860 },
  { width: 390, height: 844 },
];
const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

/** In every scheme and size: axe finds nothing, and nothing is wider than the screen. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect(page.locator('html')).toHaveClass(new RegExp(colorScheme));
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      expect(found, `${colorScheme}, ${size.width} wide`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${colorScheme}, ${size.width} wide: pixels beyond the screen`).toBeLessThanOrEqual(0);
    }
  }
}

test('sign-in', async ({ visitor }) => {
  await visitor.goto('/sign-in');
  await expectAccessible(visitor);
});

test('deliveries', async ({ olga }) => {
  await sitDown(olga);
  await expectAccessible(olga);
});

test('new delivery', async ({ olga }) => {
  await sitDown(olga, '/deliveries/new');
  await expectAccessible(olga);
});

test('an open delivery', async ({ olga, db }) => {
  const helenas = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.helena.number } });
  await sitDown(olga, `/deliveries/${helenas.id}`);
  await expectAccessible(olga);
});

test('a rejected delivery', async ({ olga, db }) => {
  const rejected = await db.delivery.findFirstOrThrow({ where: { status: 'rejected' } });
  await sitDown(olga, `/deliveries/${rejected.id}`);
  await expectAccessible(olga);
});

test('a driver', async ({ olga, db }) => {
  const marek = await db.driver.findFirstOrThrow({ where: { name: CALLERS.marek.name } });
  await sitDown(olga, `/drivers/${marek.id}`);
  await expectAccessible(olga);
});

for (const who of ['vera', 'helena', 'leon', 'kowalski', 'marek'] as const) {
  test(`the ringing card of ${CALLERS[who].name}`, async ({ olga, pbx }) => {
    await sitDown(olga);
    await pbx.ring({ from: CALLERS[who].number, ...atOlga });
    await expect(incomingCall(olga)).toBeVisible();
    await expectAccessible(olga);
  });
}

test('the ringing card of a withheld number', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: 'anonymous', ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();
  await expectAccessible(olga);
});

test('a call in progress, with the choice of the customer', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answer(olga);
  await expect(olga.getByRole('dialog', { name: 'Choose the customer' })).toBeVisible();
  await expect(currentCall(olga)).toBeVisible();
  await expectAccessible(olga);
});

test('the page of the administration', async ({ admin }) => {
  await admin.goto('/admin/users');
  await expect(admin.getByRole('heading').first()).toBeVisible();
  await expectAccessible(admin);
});

test.describe('a page that is not there', () => {
  test.use({ expectedComplaints: [/404/] });

  test('says so', async ({ olga }) => {
    await olga.goto('/nowhere');
    await expectAccessible(olga);
  });
});
