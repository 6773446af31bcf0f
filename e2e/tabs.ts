import type { BrowserContext, Page } from '@playwright/test';

/** Another tab of the same browser. */
export function openTab(page: Page): Promise<Page> {
  return page.context().newPage();
}

/** From the next page on, a tab can be hidden and shown: a browser that nobody looks at calls all of them visible. */
export async function emulateVisibility(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let state = 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    window.addEventListener('e2e-visibility', (event) => {
      state = event instanceof CustomEvent ? event.detail : state;
      document.dispatchEvent(new Event('visibilitychange'));
    });
  });
}

export async function setVisibility(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((detail) => window.dispatchEvent(new CustomEvent('e2e-visibility', { detail })), state);
}

/** From the next page on, counts what sounds now. */
export async function countSounds(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { start, stop } = AudioBufferSourceNode.prototype;
    Object.assign(window, { sounds: 0 });
    const count = (by: number) => Object.assign(window, { sounds: Reflect.get(window, 'sounds') + by });
    AudioBufferSourceNode.prototype.start = function begin() {
      count(1);
      start.call(this);
    };
    AudioBufferSourceNode.prototype.stop = function end() {
      count(-1);
      stop.call(this);
    };
  });
}

export function soundsOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'sounds')));
}
