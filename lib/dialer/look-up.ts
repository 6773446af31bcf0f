import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { distinctNumbers } from './distinct-numbers.ts';
import { findColleagues, findOwners, listRecentCalls, phoneHome } from './queries.ts';
import { readTyped } from './read-typed.ts';
import { TypedNumber } from './schema.ts';
import type { Dialled, LastNumber, Owner } from './types.ts';

type Asker = Pick<SignedInUser, 'id' | 'role' | 'grants'>;

/** Reads what is in the dialer's field, and says whose number it is before it is dialled. */
export async function lookUpNumber(user: Asker | null, raw: unknown): Promise<ActionResult<Dialled>> {
  if (!user) return refused('signedOut');
  const input = TypedNumber.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const home = await phoneHome(user.id);
  const read = readTyped(input.data, home?.country ?? (await numberCountry()));
  if (read.kind === 'faulty') return doneWith(read);

  const owners = await ownersOf([read.number], home?.connectionId ?? null);
  return doneWith({ ...read, owner: owners.get(read.number) ?? null });
}

/** The numbers this user spoke with last, each once. */
export async function lastNumbers(user: Asker | null): Promise<ActionResult<LastNumber[]>> {
  if (!user) return refused('signedOut');
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const [calls, home] = await Promise.all([listRecentCalls(user.id), phoneHome(user.id)]);
  const numbers = distinctNumbers(calls);
  const owners = await ownersOf(
    numbers.map((each) => each.number),
    home?.connectionId ?? null,
  );
  return doneWith(numbers.map((each) => ({ ...each, owner: owners.get(each.number) ?? null })));
}

async function ownersOf(numbers: string[], connectionId: string | null): Promise<Map<string, Owner>> {
  const isE164 = (number: string) => number.startsWith('+');
  const [outside, inside] = await Promise.all([
    findOwners(numbers.filter(isE164)),
    connectionId
      ? findColleagues(
          connectionId,
          numbers.filter((each) => !isE164(each)),
        )
      : new Map<string, Owner>(),
  ]);
  return new Map([...outside, ...inside]);
}
