'use server';

import { type ActionResult, done, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { announceCustomer } from './announce.ts';
import { AddContact, ChangeContact, RemoveContact } from './contact-schema.ts';
import { removeContact, storeContact, storeContactChange } from './contact-store.ts';

/** Adds a person whom one talks to at a company. */
export async function addContact(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddContact.safeParse(raw);
  if (!input.success) return refusedIn('details', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { kind } = await storeContact(input.data, { userId: user.id, country: await numberCountry() });
  if (kind !== 'stored') return refused(kind);

  announceCustomer(input.data.customerId);
  return done;
}

export async function changeContact(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeContact.safeParse(raw);
  if (!input.success) return refusedIn('to', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { kind } = await storeContactChange(input.data, { userId: user.id, country: await numberCountry() });
  if (kind !== 'stored') return refused(kind);

  announceCustomer(input.data.customerId);
  return done;
}

export async function dropContact(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RemoveContact.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  await removeContact(input.data, { userId: user.id, country: await numberCountry() });
  announceCustomer(input.data.customerId);
  return done;
}
