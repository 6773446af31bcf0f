import { isActionResult } from '../../action-result.ts';
import { type EarlyAccount, requestAccount } from './early-account.ts';
import type { SipAccount } from './sip-account.ts';

/**
 * The signed-in user's own SIP account, asked for at use and kept nowhere (S0.3b, R35). Null where there is none for whoever asks;
 * throws where that is not what was answered, as while the server is away: then it is to be asked again.
 */
export async function fetchAccount(early: EarlyAccount): Promise<SipAccount | null> {
  const response = (await early.take()) ?? (await requestAccount());
  // Not measured again: a schema's library weighs half of what the phone does, and would be read before it can ring.
  const answer: unknown = await response.json();
  if (!isActionResult<SipAccount>(answer)) throw new Error('Something else than the server has answered.');
  if (answer.ok) return answer.data;
  if (answer.reason === 'notFound' || answer.reason === 'signedOut') return null;
  throw new Error(`The account was refused: ${answer.reason}.`);
}
