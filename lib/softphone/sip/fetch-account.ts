import type { ActionResult } from '../../action-result.ts';
import { type EarlyAccount, requestAccount } from './early-account.ts';
import type { SipAccount } from './sip-account.ts';

/** The signed-in user's own SIP account, asked for at use and kept nowhere (S0.3b, R35). Null where there is none; throws when the server is away. */
export async function fetchAccount(early: EarlyAccount): Promise<SipAccount | null> {
  const response = (await early.take()) ?? (await requestAccount());
  if (response.status >= 500) throw new Error('The server is away.');
  const answer: unknown = await response.json();
  return isAnswer(answer) && answer.ok ? answer.data : null;
}

// A proxy in between may answer in our place, in words of its own. What the server itself answers is not measured again:
// a schema's library weighs half of what the phone does, and would be read before it can ring.
function isAnswer(answer: unknown): answer is ActionResult<SipAccount> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
