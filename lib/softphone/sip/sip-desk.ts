import { refused } from '../../action-result.ts';
import { warnOfMicrophone } from '../microphone.ts';
import type { Phone } from '../phone.ts';
import type { PhoneState } from '../phone-state.ts';
import { createBrowserAudio } from './browser-audio.ts';
import { type EarlyAccount, phoneLockOf } from './early-account.ts';
import { followEndedCalls } from './ended-calls.ts';
import { fetchAccount } from './fetch-account.ts';
import { type JoinedCall, joinCalls } from './join-calls.ts';
import { type LeadPhone, leadPhone, noPhoneYet, type SharedPhone } from './lead-phone.ts';
import type { QualityRecord } from './quality-record.ts';
import type { SipAct, SipAnswer } from './sip-act.ts';
import { createSipDeskPhone } from './sip-desk-phone.ts';
import { openSipLine } from './sip-phone.ts';
import type { SipCall } from './sip-state.ts';
import { joinTabs, type TabChannel, type TabLock } from './tabs.ts';
import { onWake } from './wake-up.ts';

/** How long a call that one half has may take to come to the other. */
const JOIN_MS = 6_000;

/** Old while `link` is not live. */
export type ServerHalf = Pick<PhoneState, 'calls' | 'clockOffsetMs' | 'link'>;

export type SipDeskOptions = {
  me: string;
  account: EarlyAccount;
  server: Pick<Phone, 'resume' | 'hangUp'>;
  tieToDelivery: (callId: string, deliveryId: string) => void;
  keepQuality: (callId: string, record: QualityRecord) => void;
  presents: (lineId: string | undefined) => string | null;
  /** What is shown has changed. */
  onChange: () => void;
};

export type SipDesk = {
  phone: Phone;
  shared: () => SharedPhone;
  /** The phone's calls together with what the server knows. */
  joinedWith: (half: ServerHalf) => JoinedCall[];
  /** What the server knows by now, for acts that wait for a call to come. */
  setServer: (half: ServerHalf) => void;
  /** The user's account may have changed. */
  renew: () => void;
  /** Ends the calls that this tab holds and closes the phone, or lets another tab have it. */
  leave: () => void;
};

/** The SIP phone of this browser, as one of its tabs has it: the leading tab holds it, all tabs show it and act through it. */
export function startSipDesk({ me, account, onChange, keepQuality, ...options }: SipDeskOptions): SipDesk {
  let shared = noPhoneYet;
  let server: ServerHalf = { calls: {}, clockOffsetMs: 0, link: 'lost' };
  let led: LeadPhone | null = null;
  const waiting = new Set<() => void>();
  // The server's id of each call while it was joined: what is told of it at its end needs one.
  const callIds = new Map<string, string>();
  const ended = followEndedCalls({ changed, forgotten: (id) => callIds.delete(id) });

  function joinedWith({ calls, clockOffsetMs }: ServerHalf): JoinedCall[] {
    return joinCalls({ calls: Object.values(calls), sipCalls: shared.calls, ended: ended.names(), clockOffsetMs, me });
  }
  const joined = () => joinedWith(server);
  const namesOf = ({ id, pbxCallId }: SipCall) => [pbxCallId, callIds.get(id)].filter((name) => name != null);

  function changed() {
    for (const look of [...waiting]) look();
    onChange();
  }

  const tabs = joinTabs<SharedPhone, SipAct, SipAnswer>({
    channel: openChannel(phoneLockOf(me)),
    lock: lockOf(phoneLockOf(me)),
    lead: (tell) => {
      led = leadPhone(
        {
          openLine: openSipLine,
          audio: createBrowserAudio(),
          fetchAccount: () => fetchAccount(account),
          nowMs: Date.now,
          onMeasured: ({ call, record }) => {
            const callId = callIds.get(call.id);
            if (callId) keepQuality(callId, record);
          },
        },
        tell,
      );
      return led;
    },
    onState: (state) => {
      const gone = shared.calls.filter((call) => !state.calls.some(({ id }) => id === call.id));
      shared = state;
      for (const call of gone) ended.add(call.id, namesOf(call));
      changed();
    },
    // Its calls are not over: the PBX has them, and they can be taken up again here.
    onLeadGone: () => {
      shared = noPhoneYet;
      changed();
    },
    noAnswer: refused('unavailable'),
  });

  function whenJoined(fits: (call: JoinedCall) => boolean, withinMs = JOIN_MS): Promise<JoinedCall | null> {
    return new Promise((resolve) => {
      const settle = (call: JoinedCall | null) => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(call);
      };
      const look = () => {
        const found = joined().find(fits);
        if (found) settle(found);
      };
      const timer = setTimeout(() => settle(null), withinMs);
      waiting.add(look);
      look();
    });
  }

  const phone = createSipDeskPhone({
    ...options,
    act: tabs.act,
    joined,
    whenJoined,
    colleagueWith: (callId) => {
      const operator = server.calls[callId]?.operator;
      return operator && operator.userId !== me ? operator.name : null;
    },
  });

  void warnOfMicrophone().catch(() => undefined);
  const unfollowWake = onWake((why) => led?.wake(why));
  // A tab that closes in a call takes the call's sound with it.
  const warn = (event: BeforeUnloadEvent) => {
    if (tabs.isLeading() && shared.calls.some((call) => call.phase !== 'ringing')) event.preventDefault();
  };
  const goodbye = () => tabs.sayGoodbye();
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', goodbye);

  return {
    phone,
    shared: () => shared,
    joinedWith,
    setServer(half) {
      server = half;
      ended.hear(half.link === 'live');
      for (const { call, sip } of joined()) if (sip && half.calls[call.callId]) callIds.set(sip.id, call.callId);
      for (const look of [...waiting]) look();
    },
    renew: () => led?.renew(),
    leave() {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', goodbye);
      unfollowWake();
      tabs.leave();
    },
  };
}

function openChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    send: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  };
}

/** Where a browser has no locks, on a page that is not secure, it has no microphone either, and each tab is alone. */
function lockOf(name: string): TabLock {
  if (!navigator.locks) return (held) => held();
  return (held, signal) => navigator.locks.request(name, { signal }, held);
}
