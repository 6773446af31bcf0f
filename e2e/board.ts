import { expect, type Locator, type Page } from '@playwright/test';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { savedSelect, toContent } from '../lib/deliveries/row.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';

type Overrides = Omit<NonNullable<Parameters<typeof createDelivery>[1]>, 'lines'>;

export function pointNamed(db: PrismaClient, name: string) {
  return db.pointOfSale.findFirstOrThrow({ where: { name } });
}

/** A delivery of Mokotów with one of each product; one that was sent was sent as it stands, and seen unless it waits. */
export async function orderAtMokotow(db: PrismaClient, codes: string[], overrides: Overrides = {}) {
  const [point, products] = [await pointNamed(db, 'Mokotów'), await db.product.findMany({ where: { code: { in: codes } } })];
  const lines = products.map((product) => ({ product, quantity: 1 }));
  const sentAt = overrides.status === 'draft' ? null : new Date();
  const { id } = await createDelivery(db, { pointOfSaleId: point.id, phoneE164: uniqueNumber(), lines, sentAt, ...overrides });
  const row = await db.delivery.findUniqueOrThrow({ where: { id }, select: savedSelect });
  if (row.status === 'draft') return row;

  const sent = { sentContent: toContent(row), sentTotalMinor: row.totalMinor };
  const seen = row.status === 'sent' ? {} : { seenRevision: 1, seenContent: toContent(row) };
  await db.delivery.update({ where: { id }, data: { ...sent, ...seen }, select: { id: true } });
  return row;
}

/** Opens the board on the kitchen's tablet and waits until it follows the server. */
export async function standAt(page: Page, pointOfSaleId: string): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`/pos/${pointOfSaleId}`);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
}

export function column(page: Page, name: 'New' | 'Accepted' | 'Cooking' | 'Ready'): Locator {
  return page.getByRole('region', { name, exact: true });
}

export function cardOf(place: Page | Locator, number: number): Locator {
  return place.getByRole('article', { name: `Delivery ${number}`, exact: true });
}
