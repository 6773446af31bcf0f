'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { type AssignableDriver, listAssignableDrivers } from '../drivers/assignable.ts';
import { listPointsOfSale } from '../points-of-sale/queries.ts';
import type { PointOfSaleLoad } from '../points-of-sale/types.ts';

/** The points of sale as they are now, for a card that heard of a change. */
export async function readPointsOfSale(): Promise<ActionResult<PointOfSaleLoad[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'delivery:read')) return refused('notAllowed');
  return doneWith(await listPointsOfSale());
}

/** The drivers as they are now, for a card that heard of a change. */
export async function readDrivers(): Promise<ActionResult<AssignableDriver[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'delivery:read')) return refused('notAllowed');
  return doneWith(await listAssignableDrivers());
}
