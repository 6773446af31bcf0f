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
    const axe = new AxeBuilder({ page });
    // Between two addresses a page is without a title for a moment, which axe cannot wait for: the one that comes is streamed.
    const rules = colorScheme === 'light' ? axe.withTags(RULES).disableRules('document-title') : axe.withRules(COLOUR_RULES);
    await expect(page).toHaveTitle(/./);
    const { violations } = await rules.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect(found, `${colorScheme}, ${size.width} wide`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${colorScheme}, ${size.width} wide: pixels beyond the screen`).toBeLessThanOrEqual(0);
  }
}
