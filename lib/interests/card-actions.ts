'use server';

import { type ActionResult, done, doneWith, type Refused, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import type { CreatedKey, Page } from '../page.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { announceInterest } from './announce.ts';
import type { InterestDetails } from './details-schema.ts';
import { ChangeInterest } from './details-schema.ts';
import { storeDetails } from './details-store.ts';
import { InterestNoteId, MoreInteractions, WriteInterestNote } from './interaction-schema.ts';
import { removeInterestNote, storeInterestNote } from './note-store.ts';
import { listTimeline, type TimelineEntry } from './timeline-queries.ts';

/** A colleague changed the same first: `fields` names what, and here is what they made of it. */
export type RefusedInterest = Refused & { theirs: InterestDetails };

/** Changes what was changed, unless a colleague changed the same first. */
export async function changeInterest(raw: unknown): Promise<ActionResult | RefusedInterest> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeInterest.safeParse(raw);
  if (!input.success) return refusedIn(['to', 'from'], input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await storeDetails(input.data, { at: now(), country: await numberCountry() });
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
    case 'unchanged':
      return done;
    case 'changed':
      announceInterest(input.data.interestId, outcome.version, user.id);
      return done;
  }
}

/** Writes a note about an interest; again with its id, it is the same note. */
export async function writeInterestNote(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = WriteInterestNote.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await storeInterestNote(input.data, { userId: user.id, at: now() });
  if (outcome.kind === 'notFound') return refused('notFound');

  announceInterest(input.data.interestId, outcome.version, user.id);
  return done;
}

/** Deletes one's own note. Written again with its id, it is back where it was. */
export async function deleteInterestNote(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = InterestNoteId.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const version = await removeInterestNote(input.data, { userId: user.id, at: now() });
  if (version === null) return refused('notFound');

  announceInterest(input.data.interestId, version, user.id);
  return done;
}

/** What happened about an interest before that which is shown. */
export async function moreInteractions(raw: unknown): Promise<ActionResult<Page<TimelineEntry, CreatedKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreInteractions.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:read')) return refused('notAllowed');

  return doneWith(await listTimeline(input.data.interestId, callViewer(user), input.data.after));
}
