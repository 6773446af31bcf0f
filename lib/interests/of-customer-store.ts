import type { Actor } from '../actor.ts';
import { lockCustomer } from '../customers/lock-customer.ts';
import { db } from '../db/client.ts';
import { createInterest } from './create-interest.ts';
import { holdServiceType } from './hold-service-type.ts';
import type { AddInterest } from './of-customer-schema.ts';

export type AddOutcome = { kind: 'added'; number: number } | { kind: 'notFound' | 'serviceTypeGone' };

/** Stores a new interest of a customer, led by who wrote it down. A repeated save finds its own. */
export function storeInterestOf({ interestId, customerId, ...said }: AddInterest, actor: Actor): Promise<AddOutcome> {
  return db.$transaction(async (tx): Promise<AddOutcome> => {
    if (!(await lockCustomer(tx, customerId))) return { kind: 'notFound' };
    if (said.serviceTypeId && !(await holdServiceType(tx, said.serviceTypeId, null))) return { kind: 'serviceTypeGone' };
    const of = { customerId, contactId: null };
    const interest = { id: interestId, of, ...said, description: '', responsibleId: actor.userId };
    return { kind: 'added', number: await createInterest(tx, interest, actor) };
  });
}
