import type { Page } from './items';

const KEY = 'offhook-opened';
const KEPT = 6;

type Kept = { userId: string; pages: Page[] };

/** What this user opened from the search in this tab, the last first. Names of people stay no longer than the tab. */
export function openedBefore(userId: string): Page[] {
  try {
    const kept: Kept = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}');
    return kept.userId === userId ? kept.pages : [];
  } catch {
    return [];
  }
}

export function rememberOpened(userId: string, page: Page): void {
  const others = openedBefore(userId).filter(({ key }) => key !== page.key);
  const kept: Kept = { userId, pages: [page, ...others].slice(0, KEPT) };
  window.sessionStorage.setItem(KEY, JSON.stringify(kept));
}
