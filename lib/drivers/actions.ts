'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import { readDriverNumbers } from './numbers.ts';
import { findSharers } from './queries.ts';
import { AddDriver, ChangeDriver, SetArchived, SetShift } from './schema.ts';
import { type Flipped, type KeptNumber, storeArchived, storeDriverChange, storeNewDriver, storeShift } from './store.ts';

/** Who else has one of the numbers: a family shares a phone, so it is said, not refused. */
export type DriverSaved = { sharedWith: string[] };

export async function addDriver(raw: unknown): Promise<ActionResult<DriverSaved>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddDriver.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'driver:edit')) return refused('notAllowed');

  const { driverId, name } = input.data;
  const read = readDriverNumbers(input.data.numbers, await numberCountry());
  if (!read.ok) return refusedNumber(read.index);

  await storeNewDriver(driverId, { name, numbers: read.numbers }, { userId: user.id, at: now() });
  tell(driverId);
  return answerSaved(driverId, read.numbers);
}

/** Changes what was changed, unless a colleague changed the same first. */
export async function changeDriver(raw: unknown): Promise<ActionResult<DriverSaved>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeDriver.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'driver:edit')) return refused('notAllowed');

  const { driverId, from, name, numbers } = input.data;
  const read = numbers && readDriverNumbers(numbers, await numberCountry());
  if (read && !read.ok) return refusedNumber(read.index);

  const change = { driverId, from, to: { name, numbers: read?.numbers } };
  const outcome = await storeDriverChange(change, { userId: user.id, at: now() });
  if (outcome === 'notFound' || outcome === 'conflict') return refused(outcome);

  if (outcome === 'changed') tell(driverId);
  return answerSaved(driverId, read?.numbers ?? []);
}

function refusedNumber(index: number): Refused {
  return { ...refused('invalid'), fields: { [`numbers.${index}`]: 'numberInvalid' } };
}

async function answerSaved(driverId: string, numbers: KeptNumber[]): Promise<ActionResult<DriverSaved>> {
  return doneWith({
    sharedWith: await findSharers(
      numbers.map((number) => number.e164),
      driverId,
    ),
  });
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
