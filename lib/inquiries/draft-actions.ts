'use server';

import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may, type WithPermissions } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { findDraft, listWaiting } from './draft-queries.ts';
import { dropDraft, storeDraft } from './draft-store.ts';
import { CallOfInquiry, DropDraft, SaveDraft } from './schema.ts';
import { tellOfDraft } from './tell-of-draft.ts';
import type { SharedDraft, WaitingInquiry } from './types.ts';

/** What was written about a call so far, by whoever had it (S3.16). */
export async function readDraft(raw: unknown): Promise<ActionResult<SharedDraft>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const callId = CallOfInquiry.safeParse(raw);
  if (!callId.success) return refused('invalid', callId.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const draft = await findDraft(callId.data, user.id);
  return draft ? doneWith(seenBy(user, draft)) : refused('notFound');
}

export type SaveAnswer = { draft: SharedDraft; isRegistered: boolean; replacedBy: SharedDraft['changedBy'] };

/** Keeps fields as they are written; a colleague who has the call, or gets it, sees them. */
export async function saveDraft(raw: unknown): Promise<ActionResult<SaveAnswer>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveDraft.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const outcome = await storeDraft(input.data, { userId: user.id, at: now() });
  if (outcome.kind === 'notFound') return refused('notFound');

  const { draft, replacedBy, tellsIds, isChanged } = outcome;
  if (isChanged) tellOfDraft(tellsIds, { callId: input.data.callId, version: draft.version, byId: user.id });
  return doneWith({ draft: seenBy(user, draft), replacedBy, isRegistered: outcome.kind === 'registered' });
}

/** Throws what was written away. */
export async function discardDraft(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = DropDraft.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await dropDraft(input.data, { userId: user.id, at: now() });
  if (outcome.kind !== 'dropped') return refused(outcome.kind === 'notFound' ? 'notFound' : 'conflict');
  tellOfDraft(outcome.tellsIds, { callId: input.data.callId, version: outcome.version, byId: user.id });
  return done;
}

/** What one's calls were left with. */
export async function readWaiting(): Promise<ActionResult<WaitingInquiry[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'interest:edit')) return refused('notAllowed');
  return doneWith(await listWaiting(user.id));
}

/** Whoever has the call sees that it was registered, and of whom; what an interest is about only those who may read it. */
function seenBy(user: WithPermissions, draft: SharedDraft): SharedDraft {
  if (may(user, 'interest:read')) return draft;
  return { ...draft, interests: draft.interests.map((interest) => ({ ...interest, subject: '' })) };
}
