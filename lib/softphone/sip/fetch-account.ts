import { isActionResult } from '../../action-result.ts';
import { type EarlyAccount, requestAccount } from './early-account.ts';
import type { SipAccount } from './sip-account.ts';

/** The signed-in user's own SIP account, asked for at use and kept nowhere (S0.3b, R35). Null where there is none; throws when the server is away. */
export async function fetchAccount(early: EarlyAccount): Promise<SipAccount | null> {
  const response = (await early.take()) ?? (await requestAccount());
  if (response.status >= 500) throw new Error('The server is away.');
  // Not measured again: a schema's library weighs half of what the phone does, and would be read before it can ring.
  const answer: unknown = await response.json();
  return isActionResult<SipAccount>(answer) && answer.ok ? answer.data : null;
}
