'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import { rememberChoice } from './choice-store.ts';
import { renewCards } from './renew.ts';
import { ChangeCardFacts, ChosenCustomer } from './schema.ts';
import { readCardFacts } from './settings-queries.ts';
import { storeCardFacts } from './settings-store.ts';

/** Sets what the caller card shows, and in which order (S1.2). A conflict answers with what stands there now. */
export async function changeCardFacts(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeCardFacts.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');

  const outcome = await storeCardFacts(input.data.from, input.data.to, { userId: user.id });
  if (outcome === 'conflict') return refused('conflict');

  publish('deliveries', 'call-settings:changed');
  revalidatePath('/admin/calls');
  return done;
}

/** What stands there now, for an admin whom a colleague was faster than. */
export async function readCurrentFacts(): Promise<ActionResult<Awaited<ReturnType<typeof readCardFacts>>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');
  return doneWith(await readCardFacts());
}

/** Remembers whom an operator chose among those who share a number: the next time they come first. */
export async function chooseCustomer(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChosenCustomer.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');
  if (!(await rememberChoice(input.data, now()))) return refused('notFound');

  await renewCards([input.data.e164]);
  return done;
}
