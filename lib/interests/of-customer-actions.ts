'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import type { Page } from '../page.ts';
import { announceInterest } from './announce.ts';
import { type InterestOfCustomer, listInterestsOfCustomer } from './of-customer-queries.ts';
import { AddInterest, type InterestPageKey, MoreOfCustomer } from './of-customer-schema.ts';
import { storeInterestOf } from './of-customer-store.ts';

/** Adds an interest to a customer; its number. */
export async function addInterest(raw: unknown): Promise<ActionResult<{ number: number }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddInterest.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await storeInterestOf(input.data, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'serviceTypeGone':
      return { ...refused('invalid'), fields: { serviceTypeId: 'serviceTypeGone' } };
    case 'added':
      announceInterest(input.data.interestId, 1, user.id);
      return doneWith({ number: outcome.number });
  }
}

/** The interests of a customer after those that are shown. */
export async function moreOfCustomer(raw: unknown): Promise<ActionResult<Page<InterestOfCustomer, InterestPageKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreOfCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:read')) return refused('notAllowed');

  return doneWith(await listInterestsOfCustomer(input.data.customerId, input.data.after));
}
