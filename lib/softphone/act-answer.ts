import type { ActionResult } from '../action-result.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';

/** What was asked of a phone, answered with the call that it was about. */
export type ActAnswer = ActionResult<{ callId: string }>;

export type Presser = Pick<SignedInUser, 'id' | 'role' | 'grants'>;
