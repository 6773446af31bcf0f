import { expect, type Locator, type Page } from '@playwright/test';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { createContact } from '../prisma/factories/customer-records.ts';
import { createCustomer } from '../prisma/factories/customers.ts';
import { createInterest } from '../prisma/factories/interests.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall } from './desk.ts';

export const atMarta = { line: LINES.newCustomers, extensions: [EXTENSIONS.marta] };
export const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

export function wizard(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Accept inquiry' });
}

export function field(page: Page, name: string): Locator {
  return wizard(page).getByRole('textbox', { name, exact: true });
}

export function interests(page: Page): Locator {
  return wizard(page).getByRole('radiogroup', { name: 'Active interests' });
}

export async function register(page: Page): Promise<void> {
  await wizard(page).getByRole('button', { name: 'Register inquiry' }).click();
}

/** Olga asks Marta, who agrees; who is on the line waits. */
export async function askMarta(olga: Page, marta: Page): Promise<void> {
  await chooseMarta(olga, 'Ask first');
  await answer(marta);
  await expect(currentCall(marta)).toContainText('Olga Operator');
}

export async function completeTransfer(olga: Page): Promise<void> {
  await olga.getByRole('button', { name: 'Complete transfer' }).click();
  await expect(currentCall(olga)).toHaveCount(0);
}

export async function chooseMarta(olga: Page, way: 'Ask first' | 'Transfer now'): Promise<void> {
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Transfer call' });
  await dialog.getByRole('combobox', { name: 'Transfer to' }).fill('marta');
  await dialog.getByRole('option', { name: /Marta Manager/ }).click();
  await dialog.getByRole('button', { name: way }).click();
  await expect(dialog).toBeHidden();
}

export async function answered(page: Page): Promise<void> {
  await answer(page);
  await expect(incomingCall(page)).toHaveCount(0);
}

/** A company with a contact person and a number, and active interests: two of Marta's, and one of Sylwia's, who wrote last. */
export async function createFirm(db: PrismaClient) {
  const number = uniqueNumber();
  const customer = await createCustomer(db, { name: `Firma ${number.slice(-9)}`, numbers: [number] });
  const contact = await createContact(db, { customerId: customer.id, name: 'Tola Testowa' });
  await db.phoneNumber.updateMany({ where: { e164: number }, data: { contactId: contact.id } });
  const [marta, sylwia] = await Promise.all([idOf(db, 'manager'), idOf(db, 'supervisor')]);
  const of = { customerId: customer.id };
  const lunches = await createInterest(db, { ...of, subject: 'Fleet lunches', responsibleId: marta, changedAt: new Date(2_000) });
  const catering = await createInterest(db, {
    ...of,
    subject: 'Christmas catering',
    responsibleId: marta,
    changedAt: new Date(1_000),
  });
  const fair = await createInterest(db, { ...of, subject: 'A trade fair', responsibleId: sylwia });
  return { number, customer, lunches, catering, fair };
}

async function idOf(db: PrismaClient, account: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { email: `${account}@offhook.test` }, select: { id: true } })).id;
}

export function callsOf(db: PrismaClient, interestId: string): Promise<number> {
  return db.interaction.count({ where: { interestId, kind: 'call' } });
}

/** The interests of somebody who is no customer yet. */
export function potentialOf(db: PrismaClient, number: string) {
  return db.interest.findMany({ where: { phoneE164: number, customerId: null }, orderBy: { number: 'asc' } });
}
