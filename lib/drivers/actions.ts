'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import { readDriverNumbers } from './numbers.ts';
import { findSharers } from './queries.ts';
import { SaveDriver, SetArchived, SetShift } from './schema.ts';
import { type Flipped, storeArchived, storeDriver, storeShift } from './store.ts';

/** Who else has one of the numbers: a family shares a phone, so it is said, not refused. */
export type DriverSaved = { driverId: string; sharedWith: string[] };

export async function saveDriver(raw: unknown): Promise<ActionResult<DriverSaved>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveDriver.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'driver:edit')) return refused('notAllowed');

  const read = readDriverNumbers(input.data.numbers, await numberCountry());
  if (!read.ok) return { ...refused('invalid'), fields: { [`numbers.${read.index}`]: 'numberInvalid' } };

  const stored = await storeDriver({ ...input.data, numbers: read.numbers }, { userId: user.id, at: now() });
  if (!stored) return refused('notFound');

  tell(stored.driverId);
  const sharedWith = await findSharers(
    read.numbers.map((number) => number.e164),
    stored.driverId,
  );
  return doneWith({ driverId: stored.driverId, sharedWith });
}

export async function setShift(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SetShift.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'driver:edit')) return refused('notAllowed');

  return answerTo(input.data.driverId, await storeShift(input.data, { userId: user.id, at: now() }));
}

export async function setArchived(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SetArchived.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'driver:edit')) return refused('notAllowed');

  return answerTo(input.data.driverId, await storeArchived(input.data, { userId: user.id, at: now() }));
}

function answerTo(driverId: string, outcome: Flipped): ActionResult {
  if (outcome === 'notFound') return refused('notFound');
  if (outcome === 'changed') tell(driverId);
  return done;
}

function tell(driverId: string): void {
  publish('deliveries', 'driver:changed', { driverId });
  revalidatePath('/drivers', 'layout');
}
