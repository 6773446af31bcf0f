import { refused } from '../../action-result.ts';
import { backOffMs } from '../../back-off.ts';
import type { CallAudio } from './call-audio.ts';
import { type Measured, measureQuality } from './measure-quality.ts';
import type { SoundQuality } from './quality.ts';
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
  /** The account may have changed: one that was refused is asked for anew. */
  renew(): void;
};

const RENEW_REFUSED_MS = 60_000;

/** Holds the phone for all tabs: asks for the account, registers, and acts. */
export function leadPhone(world: LeadWorld, changed: () => void): LeadPhone {
  let state = noPhoneYet;
  let calls: SipCalls | null = null;
  let current: object | null = null;
  // Only the last beginning counts: an account may be asked for again before the first answer has come.
  let begins = 0;
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
    if (next.registration === 'refused') plan(renew, RENEW_REFUSED_MS);
    const known = Object.entries(state.qualities).filter(([id]) => next.calls.some((call) => call.id === id));
    set({ ...next, qualities: Object.fromEntries(known) });
    quality.follow(next.calls);
  }

  async function begin(failures: number) {
    begins += 1;
    const mine = begins;
    try {
      const account = await world.fetchAccount();
      if (isStopped || mine !== begins) return;
      if (account) calls = connect(account);
      else tell({ type: 'unregistered', problem: 'noLogin' });
    } catch {
      if (mine === begins) plan(() => void begin(failures + 1), backOffMs(failures + 1, Math.random()));
    }
  }

  function connect(account: SipAccount): SipCalls {
    // A phone that was put away says its last words after the next one has begun.
    const mine = { ...world, tell: (event: SipEvent) => mine === current && tell(event) };
    current = mine;
    return createSipCalls(account, mine);
  }

  function renew() {
    if (isStopped || state.registration !== 'refused' || state.calls.length > 0) return;
    const refused = calls;
    calls = null;
    current = null;
    void refused?.stop();
    void begin(0);
  }

  function plan(work: () => void, afterMs: number) {
    clearTimeout(retry);
    if (!isStopped) retry = setTimeout(work, afterMs);
  }

  void begin(0);

  return {
    state: () => state,
    perform: async (act) => (calls ? performAct(calls, act) : refused('phoneNotConnected')),
    wake: (why) => calls?.wake(why),
    renew,
    stop() {
      isStopped = true;
      clearTimeout(retry);
      quality.stop();
      void calls?.stop();
    },
  };
}
