import { refused } from '../../action-result.ts';
import { backOffMs } from '../../back-off.ts';
import type { CallAudio } from './call-audio.ts';
import { type Measured, measureQuality } from './measure-quality.ts';
import type { SoundQuality } from './quality.ts';
import { isSameAccount } from './same-account.ts';
import type { SipAccount } from './sip-account.ts';
import { performAct, type SipAct, type SipAnswer } from './sip-act.ts';
import { createSipCalls, type SipCalls } from './sip-calls.ts';
import type { OpenSipLine } from './sip-session.ts';
import { initialSipState, nextSipState, type SipEvent, type SipState } from './sip-state.ts';
import type { Lead } from './tabs.ts';
import type { WakeUp } from './wake-up.ts';

/** What every tab of a browser knows of its phone. */
export type SharedPhone = SipState & { qualities: Readonly<Record<string, SoundQuality>> };

export const noPhoneYet: SharedPhone = { ...initialSipState, qualities: {} };

export type LeadWorld = {
  openLine: OpenSipLine;
  audio: CallAudio;
  fetchAccount: () => Promise<SipAccount | null>;
  onMeasured: (measured: Measured) => void;
  nowMs: () => number;
};

export type LeadPhone = Lead<SharedPhone, SipAct, SipAnswer> & {
  wake(why: WakeUp): void;
  /** The account may have changed: it is asked for anew, and the phone begins anew where it has, or was refused; never during a call. */
  renew(): void;
};

const RENEW_REFUSED_MS = 60_000;
/** Half of what a login at the TURN server lasts (browser-account.ts): a call that begins just before has six hours left. */
const RENEW_LOGIN_MS = 6 * 3_600_000;

/** Holds the phone for all tabs: asks for the account, registers, and acts. */
export function leadPhone(world: LeadWorld, changed: () => void): LeadPhone {
  let state = noPhoneYet;
  let calls: SipCalls | null = null;
  // What `calls` registers with, and reads the ways out of.
  let account: SipAccount | null = null;
  let current: object | null = null;
  // An account may be asked for again before the first answer has come: that one is used, and none that a later one overtook.
  let questions = 0;
  let answered = 0;
  // Of the phone that is up, not of the one before it, whose refusal shows until the PBX says otherwise.
  let isRefused = false;
  let isDueAfterCalls = false;
  let isStopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const quality = measureQuality({
    stats: async (id) => (await calls?.stats(id)) ?? null,
    onSample: (id, sample) => set({ ...state, qualities: { ...state.qualities, [id]: sample } }),
    onEnded: world.onMeasured,
  });

  function set(next: SharedPhone) {
    state = next;
    changed();
  }

  function tell(event: SipEvent) {
    const next = nextSipState(state, event);
    if (event.type === 'registered' || event.type === 'unregistered') {
      const wasRefused = isRefused;
      isRefused = next.registration === 'refused';
      // Once: what happens meanwhile puts it off no further.
      if (isRefused && !wasRefused) plan(renew, RENEW_REFUSED_MS);
    }
    const known = Object.entries(state.qualities).filter(([id]) => next.calls.some((call) => call.id === id));
    set({ ...next, qualities: Object.fromEntries(known) });
    quality.follow(next.calls);
    // Asked for once more: what was found when the call was up is old by now.
    if (!isDueAfterCalls || next.calls.length > 0) return;
    isDueAfterCalls = false;
    renew();
  }

  async function askAccount(failures: number) {
    questions += 1;
    const mine = questions;
    try {
      const found = await world.fetchAccount();
      if (isStopped || mine < answered) return;
      answered = mine;
      follow(found);
    } catch {
      if (mine === questions) plan(() => void askAccount(failures + 1), backOffMs(failures + 1, Math.random()));
    }
  }

  function follow(found: SipAccount | null) {
    const mine = account;
    const isAsItWas = found !== null && mine !== null && isSameAccount(found, mine);
    // The next call goes by them, and needs no new phone.
    if (isAsItWas) mine.iceServers = found.iceServers;
    const isToBegin = !isAsItWas || isRefused;
    isDueAfterCalls = isToBegin && state.calls.length > 0;
    if (isToBegin && !isDueAfterCalls) begin(found);
  }

  function begin(found: SipAccount | null) {
    const before = calls;
    calls = null;
    account = null;
    current = null;
    isRefused = false;
    void before?.stop();

    if (!found) return tell({ type: 'unregistered', problem: 'noLogin' });
    // One that was refused stays so until the PBX says otherwise: every minute it would look as if it could be.
    if (state.registration === 'registered') tell({ type: 'unregistered', problem: null });
    account = { ...found };
    calls = connect(account);
  }

  function connect(to: SipAccount): SipCalls {
    // A phone that was put away says its last words after the next one has begun.
    const mine = { ...world, tell: (event: SipEvent) => mine === current && tell(event) };
    current = mine;
    return createSipCalls(to, mine);
  }

  function renew() {
    clearTimeout(retry);
    if (!isStopped) void askAccount(0);
  }

  function plan(work: () => void, afterMs: number) {
    clearTimeout(retry);
    if (!isStopped) retry = setTimeout(work, afterMs);
  }

  void askAccount(0);
  const renewal = setInterval(renew, RENEW_LOGIN_MS);

  return {
    state: () => state,
    perform: async (act) => (calls ? performAct(calls, act) : refused('phoneNotConnected')),
    wake: (why) => calls?.wake(why),
    renew,
    stop() {
      isStopped = true;
      clearTimeout(retry);
      clearInterval(renewal);
      quality.stop();
      void calls?.stop();
    },
  };
}
