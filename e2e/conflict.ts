import { expect, type Locator, type Page } from '@playwright/test';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { sitDown } from './desk.ts';

/** What the browser complains of while a desk is cut off. */
export const CUT_OFF = /ERR_INTERNET_DISCONNECTED/;

/** Both change the street of one delivery, `first` to Wilcza 2 and `second`, cut off meanwhile, to Wilcza 3, and `second` is told. */
export async function disagree(db: PrismaClient, first: Page, second: Page): Promise<{ deliveryId: string; conflict: Locator }> {
  const { id: deliveryId } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), street: 'Wilcza 1' });
  for (const desk of [first, second]) await sitDown(desk, `/deliveries/${deliveryId}`);
  // Cut off, so that what the first saves does not reach the second's page before they have changed the same field.
  await second.context().setOffline(true);
  await second.getByRole('textbox', { name: 'Street' }).fill('Wilcza 3');

  await first.getByRole('textbox', { name: 'Street' }).fill('Wilcza 2');
  await first.getByRole('button', { name: 'Save draft' }).click();
  await expect.poll(() => db.delivery.findUnique({ where: { id: deliveryId } })).toMatchObject({ street: 'Wilcza 2' });
  await second.context().setOffline(false);

  const conflict = second.getByRole('alert').filter({ hasText: 'Wilcza 2' });
  await expect(conflict).toBeVisible();
  return { deliveryId, conflict };
}
