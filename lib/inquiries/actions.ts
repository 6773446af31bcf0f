'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { publish } from '../realtime/publish.ts';
import { findInquiry, searchForInquiry } from './queries.ts';
import { storeInquiry } from './register.ts';
import { OpenInquiry, RegisterInquiry, SearchInquiry } from './schema.ts';
import { tellOfDraft } from './tell-of-draft.ts';
import type { FoundForInquiry, Inquiry } from './types.ts';

/** What the wizard opens with: of a call that one has or had, or of none (S3.6, S3.7, S3.12). */
export async function readInquiry(raw: unknown): Promise<ActionResult<Inquiry>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OpenInquiry.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const inquiry = await findInquiry(input.data, user.id, now());
  return inquiry ? doneWith(inquiry) : refused('notFound');
}

/** Customers and potential ones for what is typed into the wizard's search. */
export async function searchInquiry(raw: unknown): Promise<ActionResult<FoundForInquiry>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SearchInquiry.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  return doneWith(await searchForInquiry(input.data.text, await numberCountry(), user.id, now()));
}

/** Makes an inquiry an interest, or a call of one (S3.8–S3.11); answers which. */
export async function registerInquiry(raw: unknown): Promise<ActionResult<{ interestId: string; number: number }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RegisterInquiry.safeParse(raw);
  if (!input.success) return refusedInquiry(input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await storeInquiry(input.data, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'callNotFound':
      return refused('notFound');
    case 'interestClosed':
    case 'serviceTypeGone':
    case 'customerGone':
    case 'numberOfCustomer':
      return refused(outcome.kind);
    case 'nameMissing':
      return { ...refused('invalid'), fields: { name: 'nameMissing' } };
    case 'registered': {
      const { interest, draft } = outcome;
      publish('interests', 'interest:changed', { interestId: interest.id, version: interest.version, byId: user.id });
      if (draft) tellOfDraft(draft.tellsIds, { callId: draft.callId, version: draft.version, byId: user.id });
      revalidatePath('/interests', 'layout');
      return doneWith({ interestId: interest.id, number: interest.number });
    }
  }
}

/** To the form's own names: `inquiry.of.name` is its `name`. */
function refusedInquiry(error: Parameters<typeof refused>[1]) {
  const refusal = refused('invalid', error);
  const fields = Object.entries(refusal.fields ?? {}).map(([path, key]) => [path.split('.').at(-1) ?? path, key]);
  return { ...refusal, fields: Object.fromEntries(fields) };
}
