import { expect, type Page, type Request } from '@playwright/test';

const QUIET_MS = 500;

/**
 * Counts what the page asks for from now on. What is returned waits until nothing is under way and nothing was for a while: the load
 * state `networkidle` cannot, since it stays reached when the page goes on to another address by itself.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let lastAt = Date.now();
  page.on('request', (request) => {
    underWay.add(request);
    lastAt = Date.now();
  });
  const hasEnded = (request: Request) => {
    underWay.delete(request);
    lastAt = Date.now();
  };
  page.on('requestfinished', hasEnded);
  page.on('requestfailed', hasEnded);
  return () => expect.poll(() => underWay.size === 0 && Date.now() - lastAt > QUIET_MS).toBe(true);
}
