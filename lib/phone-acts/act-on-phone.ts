import { refused } from '../action-result.ts';
import { actOnAsteriskPhone } from '../asterisk/phone-acts.ts';
import { may } from '../auth/roles.ts';
import { actOnPracticePhone } from '../practice/acts.ts';
import type { ActAnswer, Presser } from '../softphone/act-answer.ts';
import { PhoneAct } from '../softphone/schema.ts';
import { activePbxKind } from '../users/queries.ts';

/** Does at the user's own phone what a button asked for, by the PBX that their active account is at. */
export async function actOnPhone(user: Presser | null, raw: unknown): Promise<ActAnswer> {
  if (!user) return refused('signedOut');
  const input = PhoneAct.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  switch (await activePbxKind(user.id)) {
    case 'practice':
      return actOnPracticePhone(user, input.data);
    case 'asterisk':
      return actOnAsteriskPhone(user, input.data);
    case 'webhook':
      // A PBX that only posts events takes no orders.
      return refused('usePhoneKeys');
    case null:
      return refused('phoneNotConnected');
  }
}
