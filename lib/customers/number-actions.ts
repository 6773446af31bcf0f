'use server';

import { type ActionResult, done, doneWith, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { renewCards } from '../caller-card/renew.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { announceCustomer } from './announce.ts';
import { MAX_NUMBERS } from './limits.ts';
import { listNumberOwners, type NumberOwners } from './number-owners.ts';
import { AddNumber, GiveNumber, NumberOfCustomer } from './number-schema.ts';
import { makePrimary, removeNumber, storeNumber, storeNumberOfContact } from './number-store.ts';

/** Somebody has the number (`conflict`), or others have it than the operator saw (`changedMeanwhile`): here is who has it now. */
export type RefusedNumber = Refused & NumberOwners;
export type AddedNumber = { e164: string; display: string; isNew: boolean };

/** Gives a customer another number; says whose it is where somebody has it, and does what was decided then (S1.15, S1.15a). */
export async function addNumber(raw: unknown): Promise<ActionResult<AddedNumber> | RefusedNumber> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddNumber.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { customerId } = input.data;
  const outcome = await storeNumber(input.data, { userId: user.id, country: await numberCountry() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'numberUnreadable':
      return refused('numberInvalid');
    case 'tooManyNumbers':
      return { ...refused('tooManyNumbers'), values: { most: String(MAX_NUMBERS) } };
    case 'numberTaken':
      return { ...refused('conflict'), ...(await listNumberOwners(outcome.e164, customerId)) };
    case 'ownersChanged':
      return { ...refused('changedMeanwhile'), ...(await listNumberOwners(outcome.e164, customerId)) };
    case 'added': {
      if (outcome.isNew) announceCustomer(customerId);
      if (outcome.takenFrom) announceCustomer(outcome.takenFrom);
      const { e164, display } = outcome.number;
      return doneWith({ e164, display, isNew: outcome.isNew });
    }
  }
}

export async function dropNumber(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = NumberOfCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  await removeNumber(input.data, { userId: user.id, country: await numberCountry() });
  void renewCards([input.data.e164]);
  announceCustomer(input.data.customerId);
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

  announceCustomer(input.data.customerId);
  return done;
}

/** Whose a number is at a company. */
export async function giveNumber(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = GiveNumber.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');
  if (!(await storeNumberOfContact(input.data, { userId: user.id, country: await numberCountry() }))) return refused('notFound');

  announceCustomer(input.data.customerId);
  return done;
}
