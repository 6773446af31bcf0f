'use server';

import { type ActionResult, done, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { AddAddress, ChangeAddress, RemoveAddress } from './address-schema.ts';
import { removeAddress, storeAddress, storeAddressChange } from './address-store.ts';
import { announceCustomer } from './announce.ts';

/** Adds an address, to be chosen for their deliveries. */
export async function addAddress(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddAddress.safeParse(raw);
  if (!input.success) return refusedIn('place', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { kind } = await storeAddress(input.data, { userId: user.id, country: await numberCountry() }, now());
  if (kind !== 'stored') return refused(kind);

  announceCustomer(input.data.customerId);
  return done;
}

export async function changeAddress(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeAddress.safeParse(raw);
  if (!input.success) return refusedIn('to', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { kind } = await storeAddressChange(input.data, { userId: user.id, country: await numberCountry() });
  if (kind !== 'stored') return refused(kind);

  announceCustomer(input.data.customerId);
  return done;
}

export async function dropAddress(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RemoveAddress.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  await removeAddress(input.data, { userId: user.id, country: await numberCountry() });
  announceCustomer(input.data.customerId);
  return done;
}
