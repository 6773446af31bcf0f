'use server';

import { type ActionResult, doneWith, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import type { RefusedAsTaken } from '../customers/actions.ts';
import { announceCustomer } from '../customers/announce.ts';
import { findOwners } from '../customers/list-queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { announceInterest } from './announce.ts';
import { ConvertPotential } from './convert-schema.ts';
import { storeConversion } from './convert-store.ts';

/** `movedCount`: the interests that are the customer's from now on. */
export type Converted = { customerId: string; movedCount: number };

/** Makes a customer of a potential one; says whose the number is where somebody has it. */
export async function convertPotential(raw: unknown): Promise<ActionResult<Converted> | RefusedAsTaken> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ConvertPotential.safeParse(raw);
  if (!input.success) return refusedIn('to', input.error);
  if (!may(user, 'interest:edit') || !may(user, 'customer:edit')) return refused('notAllowed');

  const at = now();
  const outcome = await storeConversion(input.data, { userId: user.id, country: await numberCountry(), at });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'customerGone':
      return refused('changedMeanwhile');
    case 'numberUnreadable':
      return refused('numberInvalid');
    case 'numberTaken':
      return { ...refused('conflict'), owners: await findOwners(outcome.e164, at) };
    case 'convertedMeanwhile':
      return refused('convertedMeanwhile', { name: outcome.name });
    case 'converted':
      // The next call, and one that is up, finds them by their number.
      announceCustomer(outcome.customerId);
      for (const { id, version } of outcome.moved) announceInterest(id, version, user.id);
      return doneWith({ customerId: outcome.customerId, movedCount: outcome.moved.length });
  }
}
