import { buildSipAccount } from './build-sip-account.ts';
import { createFakeLine } from './fake-line.ts';
import { leadPhone } from './lead-phone.ts';
import type { SipAccount } from './sip-account.ts';
import type { SipListener } from './sip-session.ts';

export const account = buildSipAccount();

/** For tests: a leading phone on a SIP line without SIP, with what each line it opened was given. */
export function buildLeadPhone(fetchAccount: () => Promise<SipAccount | null>) {
  const line = createFakeLine();
  const listeners: SipListener[] = [];
  const accounts: SipAccount[] = [];
  const phone = leadPhone(
    {
      audio: line.audio,
      openLine: (given, listener) => {
        listeners.push(listener);
        accounts.push(given);
        return line.openLine(given, listener);
      },
      fetchAccount,
      onMeasured: () => undefined,
      nowMs: Date.now,
    },
    () => undefined,
  );
  return { phone, line, listeners, accounts };
}
