import { type EarlyAccount, requestAccount } from './early-account.ts';
import { SipAccount } from './sip-account.ts';

/** The signed-in user's own SIP account, asked for at use and kept nowhere (S0.3b, R35). Null where there is none; throws when the server is away. */
export async function fetchAccount(early: EarlyAccount): Promise<SipAccount | null> {
  const response = (await early.take()) ?? (await requestAccount());
  if (response.status >= 500) throw new Error('The server is away.');
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) return null;

  const account = SipAccount.safeParse(answer.data);
  return account.success ? account.data : null;
}
