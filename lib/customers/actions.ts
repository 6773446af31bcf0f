'use server';

import { after } from 'next/server';
import { type ActionResult, done, doneWith, type Refused, refused } from '../action-result.ts';
import { recordView } from '../audit/record-view.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { renewCardsOf } from '../caller-card/renew.ts';
import { now } from '../clock.ts';
import { organisation } from '../organisation/queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import { wallClock } from '../wall-clock.ts';
import { announceCustomer } from './announce.ts';
import { storeDetails } from './details-store.ts';
import { findCustomerFacts } from './facts-queries.ts';
import { findCustomers, findOwners } from './list-queries.ts';
import { detailsProblems } from './policy.ts';
import { type CardDetails, ChangeCustomer, CreateCustomer, CustomerId, FindCustomers } from './schema.ts';
import { listSources } from './sources.ts';
import { storeCustomer } from './store.ts';
import type { CustomerFacts, FoundCustomer } from './types.ts';

/** Somebody has the number already: here is who, to choose instead, or to share it with (S1.15a). */
export type RefusedAsTaken = Refused & { owners: FoundCustomer[] };

/** Whom an operator means by what they typed, those who ordered lately first (S0.16b). */
export async function searchCustomers(raw: unknown): Promise<ActionResult<FoundCustomer[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = FindCustomers.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await findCustomers(input.data.text, await numberCountry(), now()));
}

/** What a delivery for this customer needs to know of them. */
export async function readCustomer(raw: unknown): Promise<ActionResult<CustomerFacts>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = CustomerId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);

  const facts = may(user, 'customer:read') ? await findCustomerFacts(id.data) : null;
  if (!facts) return refused('notFound');

  after(() => recordView({ userId: user.id, customerId: facts.id, at: now() }));
  return doneWith(facts);
}

/** How customers heard of the house, as colleagues wrote it before. */
export async function readSources(): Promise<ActionResult<string[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await listSources());
}

/** Adds a customer with the number they call from; not a second time where somebody has that number, unless both do. */
export async function createCustomer(raw: unknown): Promise<ActionResult<CustomerFacts> | RefusedAsTaken> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = CreateCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const at = now();
  const { timeZone } = await organisation();
  const problems = detailsProblems(input.data.details, wallClock(at, timeZone).day);
  if (problems) return { ...refused('invalid'), fields: problems };

  const outcome = await storeCustomer(input.data, { userId: user.id, country: await numberCountry() });
  if (outcome.kind === 'numberUnreadable') return refused('numberInvalid');
  if (outcome.kind === 'numberTaken') return { ...refused('conflict'), owners: await findOwners(outcome.e164, at) };

  const customerId = outcome.kind === 'merged' ? outcome.keptId : input.data.customerId;
  void renewCardsOf(customerId);
  // No page is revalidated: the delivery on which they are added would begin anew. Lists hear of it.
  publish('deliveries', 'customer:changed', { customerId });
  const facts = await findCustomerFacts(customerId);
  return facts ? doneWith(facts) : refused('notFound');
}

/** A colleague changed the same first: `fields` names what, and here is what they made of it. */
export type RefusedDetails = Refused & { theirs: CardDetails };

/** Changes what was changed, unless a colleague changed the same first. */
export async function changeCustomer(raw: unknown): Promise<ActionResult | RefusedDetails> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { timeZone } = await organisation();
  const problems = detailsProblems(input.data.to, wallClock(now(), timeZone).day);
  if (problems) return { ...refused('invalid'), fields: problems };

  const { customerId } = input.data;
  const outcome = await storeDetails(input.data, { userId: user.id, country: await numberCountry() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'invalid':
      return { ...refused('invalid'), fields: outcome.problems };
    case 'conflict':
      return {
        ...refused('conflict'),
        fields: Object.fromEntries(outcome.fields.map((field) => [field, 'changedMeanwhile'])),
        theirs: outcome.theirs,
      };
    case 'changed':
      announceCustomer(customerId);
      return done;
  }
}
