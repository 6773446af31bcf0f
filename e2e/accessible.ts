import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Only these see colours: the others would say the same of the dark page as of the light one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

type Look = { colorScheme: 'light' | 'dark'; width: number; height: number };
const WIDE = { width: 1366, height: 860 };
export const NARROW = { width: 390, height: 844 };
/** What is dark and narrow has the colours of the one and the shapes of the other: one story looks at that. */
const LOOKS: readonly Look[] = [
  { colorScheme: 'light', ...WIDE },
  { colorScheme: 'light', ...NARROW },
  { colorScheme: 'dark', ...WIDE },
];

/** In every look: axe finds nothing, nothing is wider than the screen, and `shown` is still there to be looked at. */
export async function expectAccessible(page: Page, shown?: Locator, looks = LOOKS): Promise<void> {
  for (const { colorScheme, ...size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await expect(page.locator('html')).toHaveClass(new RegExp(colorScheme));
    if (shown) await expect(shown).toBeVisible();
    // With reduced motion a colour that is inherited still reaches each level one frame after the level above it.
    await page.waitForFunction(() => !document.getAnimations().some((each) => each instanceof CSSTransition));
    // Axe looks once, and Next takes the title away for some 50 ms while a page is read again, as the PBX pages are every five seconds
    // (seen in one load of two, beside two busy cores). That there is one, which is all that axe's rule asks, is waited for instead.
    await expect(page).toHaveTitle(/\S/);
    const axe = new AxeBuilder({ page });
    const rules = colorScheme === 'light' ? axe.withTags(RULES).disableRules('document-title') : axe.withRules(COLOUR_RULES);
    const { violations } = await rules.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect(found, `${colorScheme}, ${size.width} wide`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${colorScheme}, ${size.width} wide: pixels beyond the screen`).toBeLessThanOrEqual(0);
  }
}
