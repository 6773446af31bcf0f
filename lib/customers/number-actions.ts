'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { renewCardsOf } from '../caller-card/renew.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import type { RefusedAsTaken } from './actions.ts';
import { findOwners } from './list-queries.ts';
import { makePrimary, removeNumber, storeNumber } from './number-store.ts';
import { AddNumber, NumberOfCustomer } from './schema.ts';

/** Gives a customer another number; says whose it is where somebody has it (S1.15a). */
export async function addNumber(raw: unknown): Promise<ActionResult | RefusedAsTaken> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddNumber.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const outcome = await storeNumber(input.data, { userId: user.id, country: await numberCountry() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'numberUnreadable':
      return refused('numberInvalid');
    case 'numberTaken':
      return { ...refused('conflict'), owners: await findOwners(outcome.e164, now()) };
    case 'added':
      await tell(input.data.customerId);
      return done;
  }
}

export async function dropNumber(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = NumberOfCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  await removeNumber(input.data, { userId: user.id, country: await numberCountry() });
  await tell(input.data.customerId);
  return done;
}

/** The number that is called first from now on. */
export async function chooseMainNumber(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = NumberOfCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');
  if (!(await makePrimary(input.data, { userId: user.id, country: await numberCountry() }))) return refused('notFound');

  await tell(input.data.customerId);
  return done;
}

async function tell(customerId: string): Promise<void> {
  publish('deliveries', 'customer:changed', { customerId });
  await renewCardsOf(customerId);
  revalidatePath(`/customers/${customerId}`);
}
