'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import { erasePerson } from './erase.ts';
import { ErasePerson } from './schema.ts';
import type { Footprint } from './types.ts';

/** Erases a person; answers how much there was of them. */
export async function erase(raw: unknown): Promise<ActionResult<Footprint>> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = ErasePerson.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(admin, 'personal-data:manage')) return refused('notAllowed');

  const outcome = await erasePerson({ ...input.data, country: await numberCountry(), userId: admin.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'notConfirmed':
      return refused('numberNotTheSame');
    case 'ofDriver':
      return refused('numberOfDriver');
    case 'ofLine':
      return refused('numberOfLine');
    case 'busy':
      return refused('personBusy');
    case 'erased':
      for (const customerId of outcome.customerIds) publish('deliveries', 'customer:changed', { customerId });
      revalidatePath('/admin/personal-data');
      return doneWith(outcome.footprint);
  }
}
