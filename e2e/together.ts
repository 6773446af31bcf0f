import type { Page } from '@playwright/test';

/** Presses in each page, and lets the presses go to the server once all are made: who came later would find the button gone already. */
export async function pressTogether(pages: Page[], press: (page: Page) => Promise<void>): Promise<void> {
  let pressed = 0;
  let letGo = () => {};
  const everybody = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  for (const page of pages) {
    await page.route('**/api/phone/acts', async (route) => {
      pressed += 1;
      if (pressed === pages.length) letGo();
      await everybody;
      await route.continue();
    });
  }
  for (const page of pages) await press(page);
}
