import type { BrowserContext, Page } from '@playwright/test';
import { bundleForPage } from './floor/bundle.ts';
import type { Probe } from './floor/probe.ts';

/** Puts the probe into each document, before any script of the document's own. */
export async function installProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: await bundleForPage('probe.ts') });
}

export function registeredMs(page: Page): Promise<number> {
  return page.evaluate((): Probe['registered'] => Reflect.get(window, 'probe').registered);
}

export function arm(page: Page): Promise<void> {
  return page.evaluate((): ReturnType<Probe['arm']> => Reflect.get(window, 'probe').arm());
}

export function answeredTimes(page: Page): Promise<{ clickedAt: number; heardAt: number }> {
  return page.evaluate((): ReturnType<Probe['answered']> => Reflect.get(window, 'probe').answered());
}
