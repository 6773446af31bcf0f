import type { Locator, Page } from '@playwright/test';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import type { Pbx } from '../scripts/call/webhook-client.ts';
import { shownNumber, sitDown } from './desk.ts';

export const missedCalls = (page: Page): Locator => page.getByRole('table', { name: 'Missed calls' });
export const rowOf = (page: Page, number: string): Locator => missedCalls(page).getByRole('row', { name: shownNumber(number) });
export const historyAt = (page: Page): Locator => page.getByRole('table', { name: 'Handling history' });

/** Misses a caller on the line that Olga and Marta have in common. */
export async function missesOn(pbx: Pbx, number: string): Promise<void> {
  const callId = await pbx.ring({ from: number, line: LINES.newCustomers, extensions: [EXTENSIONS.oskar] });
  await pbx.giveUp(callId);
}

/** The list narrowed to one caller: other stories fill it too. */
export function listOf(number: string, view?: 'hidden' | 'all'): string {
  return `/calls/missed?${new URLSearchParams({ text: number, ...(view && { view }) })}`;
}

export async function sitAtListOf(number: string, ...pages: Page[]): Promise<void> {
  for (const page of pages) await sitDown(page, listOf(number));
}
