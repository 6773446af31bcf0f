'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import type { Page } from '../page.ts';
import { type CustomerCall, listCallsOfCustomer, listNumbersOfCustomer } from './calls-of-customer.ts';
import type { CallPageKey, DeliveryPageKey, HistoryPageKey } from './card-pages.ts';
import { MoreCalls, MoreDeliveries, MoreHistory } from './card-pages.ts';
import { type CustomerDelivery, listDeliveriesOfCustomer } from './deliveries-of-customer.ts';
import { type HistoryEntry, listHistory } from './history-queries.ts';

/** The deliveries of a customer after those that are shown. */
export async function moreDeliveries(raw: unknown): Promise<ActionResult<Page<CustomerDelivery, DeliveryPageKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreDeliveries.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await listDeliveriesOfCustomer(input.data.customerId, input.data.after));
}

/** The calls of a customer before those that are shown, of those that one may see. */
export async function moreCalls(raw: unknown): Promise<ActionResult<Page<CustomerCall, CallPageKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreCalls.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  const numbers = await listNumbersOfCustomer(input.data.customerId);
  return doneWith(await listCallsOfCustomer(numbers, callViewer(user), input.data.after));
}

/** What was changed before that which is shown. */
export async function moreHistory(raw: unknown): Promise<ActionResult<Page<HistoryEntry, HistoryPageKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreHistory.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await listHistory(input.data.customerId, input.data.after));
}
