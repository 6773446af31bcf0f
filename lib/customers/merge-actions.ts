'use server';

import { revalidatePath } from 'next/cache';
import { after } from 'next/server';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { recordView } from '../audit/record-view.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { listFields } from '../customer-fields/queries.ts';
import type { CustomerField } from '../customer-fields/types.ts';
import { publish } from '../realtime/publish.ts';
import type { Manager } from '../users/managers.ts';
import { listManagersWith } from '../users/managers-with.ts';
import { announceCustomer } from './announce.ts';
import { listLiveDeliveries } from './merge-queries.ts';
import { ComparePair, MergeCustomers, MergeId } from './merge-schema.ts';
import { findMergeSide } from './merge-side.ts';
import { storeMerge } from './merge-store.ts';
import type { MergeSide } from './merge-types.ts';
import { storeUndo } from './merge-undo.ts';

export type Comparison = { kept: MergeSide; other: MergeSide; fields: CustomerField[]; managers: Manager[] };

/** Two records side by side, before they become one. */
export async function compareCustomers(raw: unknown): Promise<ActionResult<Comparison>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ComparePair.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { keptId, otherId } = input.data;
  const [kept, other, fields] = await Promise.all([findMergeSide(keptId), findMergeSide(otherId), listFields()]);
  if (!kept || !other) return refused('notFound');

  after(() => recordView({ userId: user.id, customerId: otherId, at: now() }));
  const managers = await listManagersWith([kept.values.managerId, other.values.managerId]);
  return doneWith({ kept, other, fields, managers });
}

/** Makes two records one; says so where a colleague changed or merged either meanwhile. */
export async function mergeCustomers(raw: unknown): Promise<ActionResult<{ mergeId: string; otherName: string }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MergeCustomers.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const outcome = await storeMerge(input.data, { userId: user.id }, now());
  switch (outcome.kind) {
    case 'notFound':
    case 'changedMeanwhile':
      return refused(outcome.kind);
    case 'mergedMeanwhile':
      return refused('mergedMeanwhile', { name: outcome.name });
    case 'merged':
      await announce([outcome.keptId, outcome.otherId], outcome.deliveryIds, user.id);
      return doneWith({ mergeId: input.data.mergeId, otherName: outcome.otherName });
  }
}

/** Takes a merge back: both records are there again. */
export async function undoMerge(raw: unknown): Promise<ActionResult<{ otherId: string }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = MergeId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const outcome = await storeUndo(id.data, { userId: user.id }, now());
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'laterMergeFirst':
      return refused('laterMergeFirst', { name: outcome.name });
    case 'undone':
      await announce([outcome.keptId, outcome.otherId], outcome.deliveryIds, user.id);
      return doneWith({ otherId: outcome.otherId });
  }
}

/** Open cards and lists hear of both records; whoever has one of the deliveries open, whose it is now. */
async function announce(customerIds: string[], deliveryIds: string[], byId: string): Promise<void> {
  for (const customerId of customerIds) announceCustomer(customerId);
  for (const { id, version } of await listLiveDeliveries(deliveryIds)) {
    publish('deliveries', 'delivery:changed', { deliveryId: id, version, byId });
  }
  revalidatePath('/customers');
}
