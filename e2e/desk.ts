import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a desk page and waits until its phone is connected, so that a call can ring there. */
export async function sitDown(page: Page, path = '/deliveries'): Promise<void> {
  await page.goto(path);
  await expect(phoneStatus(page)).toContainText('Connected');
}

export function phoneStatus(page: Page): Locator {
  return page.getByRole('status', { name: 'Phone status' });
}

export function incomingCall(page: Page): Locator {
  return page.getByRole('region', { name: 'Incoming call' });
}

export function currentCall(page: Page): Locator {
  return page.getByRole('region', { name: 'Current call' });
}

/** Waits for the one call with this in it. Where a consultation is joined with it, both may stand there for a moment. */
export async function expectOnlyCall(page: Page, text: string): Promise<void> {
  await expect(currentCall(page).filter({ hasText: text })).toHaveCount(1);
  await expect(currentCall(page)).toHaveCount(1);
}

/** What is known of the caller, in whichever region the call is now. */
export function callerCard(call: Locator): Locator {
  return call.getByRole('region', { name: 'Caller' });
}

export async function answer(page: Page): Promise<void> {
  await incomingCall(page).getByRole('button', { name: 'Answer' }).click();
}

/** A number as it may be shown: digits in any grouping. */
export function shownNumber(e164: string): RegExp {
  return new RegExp(e164.replace('+', '').split('').join('\\s?'));
}
