import { type ActionResult, done, refused } from '../../action-result.ts';
import { type Negotiation, negotiate } from './negotiation.ts';
import type { SipSession } from './sip-session.ts';
import type { SipEvent } from './sip-state.ts';
import { type Voice, voiceOf } from './voices.ts';

type Known = {
  session: SipSession;
  negotiation: Negotiation;
  isPaused: boolean;
  isShownPaused: boolean;
  /** This computer has a new network since the sound found its way. */
  isNetworkNew: boolean;
};

/** Those beside a call that went on hold for it, and those that the PBX did not put on hold. */
export type Others = { held: readonly string[]; talking: readonly string[] };

/** The calls at this phone, with who hears whom: one of them is in focus, the others are on hold, or set aside where the PBX does not hold them. */
export function keepCalls(tell: (event: SipEvent) => void, nowMs: () => number) {
  const calls = new Map<string, Known>();
  let focus: string | null = null;

  function voice(id: string): Voice | null {
    const known = calls.get(id);
    if (!known) return null;
    const { negotiation, isPaused } = known;
    const isHoldWanted = negotiation.isHoldWanted();
    return voiceOf({ isUp: isUp(known), isPaused, isHoldWanted, isHeld: negotiation.isHeld() }, id === focus);
  }

  function letSoundThrough() {
    for (const [id, known] of calls) {
      const now = voice(id);
      if (!now) continue;
      const peer = known.session.peer();
      for (const { track } of peer?.getSenders() ?? []) if (track) track.enabled = now.isHeard;
      for (const { track } of peer?.getReceivers() ?? []) track.enabled = now.isListenedTo;
      if (now.isShownPaused === known.isShownPaused) continue;
      known.isShownPaused = now.isShownPaused;
      tell({ type: 'muted', id, isMuted: now.isShownPaused });
    }
  }

  function focusOn(id: string | null) {
    if (id !== focus) tell({ type: 'focused', id });
    focus = id;
    letSoundThrough();
    holdWhatIsSetAside();
  }

  /** Whether the operator talks to somebody, or waits for somebody to answer. */
  function isInUse(id: string | null): boolean {
    const known = id === null ? undefined : calls.get(id);
    if (!known) return false;
    return known.session.phase() === 'dialling' || (isUp(known) && !isOnHold(known));
  }

  function findDialled(): string | null {
    return [...calls].find(([, { session }]) => session.phase() === 'dialling')?.[0] ?? null;
  }

  function holdWhatIsSetAside() {
    for (const id of calls.keys()) if (voice(id)?.isSetAside) void hold(id, true);
  }

  async function hold(id: string, isHeld: boolean): Promise<ActionResult> {
    const known = calls.get(id);
    if (known?.session.phase() !== 'talking') return refused('callEnded');

    const asked = known.negotiation.hold(isHeld);
    letSoundThrough();
    const isDone = await asked;
    if (!isDone && focus === null && isUp(known)) focusOn(id);
    letSoundThrough();
    if (isDone) return done;
    return refused(calls.has(id) ? 'unavailable' : 'callEnded');
  }

  function onHeld(id: string, isHeld: boolean) {
    tell({ type: 'held', id, isHeld });
    const isBeside = focus !== null && focus !== id;
    // Nobody waited for it any more, but the operator still talks in another one.
    if (isHeld && isBeside) void calls.get(id)?.negotiation.hold(true);
    if (isHeld && !isBeside) return focusOn(findDialled() ?? focus);
    focusOn(focus ?? id);
  }

  /** A phone talks on one call at a time. One that ends meanwhile is neither held nor talking. */
  async function holdOthers(id: string): Promise<Others> {
    const talkingBeside = () => [...calls].filter(([other, known]) => other !== id && isUp(known) && !isOnHold(known));
    const asked = talkingBeside();
    await Promise.all(asked.map(([other]) => hold(other, true)));
    return {
      held: asked.filter(([, known]) => isUp(known) && isOnHold(known)).map(([other]) => other),
      // One that was answered meanwhile among them.
      talking: talkingBeside().map(([other]) => other),
    };
  }

  /** What they were held for does not come about; unless the operator talks to somebody else by now. */
  async function takeUpAgain({ held }: Others): Promise<void> {
    if (isInUse(focus)) return;
    await Promise.all(held.map((id) => hold(id, false)));
  }

  return {
    session: (id: string): SipSession | undefined => calls.get(id)?.session,
    ids: (): string[] => [...calls.keys()],
    isHeard: (id: string): boolean => voice(id)?.isHeard ?? false,
    letSoundThrough,
    hold,
    holdOthers,
    takeUpAgain,

    begin(session: SipSession, phase: 'ringing' | 'dialling'): void {
      const { id, pbxCallId, direction } = session;
      const negotiation = negotiate({
        send: (offer) => session.renegotiate(offer),
        // Whoever began the call waits longer, so that both do not meet again (RFC 3261, 14.1).
        giveWayMs: () => (direction === 'outgoing' ? 2_100 + Math.random() * 1_900 : Math.random() * 2_000),
        onHeld: (isHeld) => onHeld(id, isHeld),
      });
      calls.set(id, { session, negotiation, isPaused: false, isShownPaused: false, isNetworkNew: false });
      tell({ type: 'began', call: { id, pbxCallId, direction, phase, ...session.identity(), startedAtMs: nowMs() } });
      if (phase === 'dialling') focusOn(id);
    },

    /** Who rings is answered by a press. Whom one dialled may answer while one talks to somebody else: they wait. */
    answered({ id, direction }: SipSession): void {
      tell({ type: 'answered', id, atMs: nowMs() });
      focusOn(direction === 'outgoing' && isInUse(focus) ? focus : id);
    },

    /** False where it was over before. The operator is back in a call that could not be held for it. */
    drop(id: string): boolean {
      if (!calls.delete(id)) return false;
      if (id === focus) focusOn([...calls.keys()].find((other) => voice(other)?.isSetAside) ?? findDialled());
      return true;
    },

    /** The others are on hold before this one is taken up, be it on hold or set aside. */
    async takeUp(id: string): Promise<ActionResult> {
      const others = await holdOthers(id);
      if (others.talking.length > 0) {
        await takeUpAgain(others);
        return refused('notHeld');
      }
      if (calls.get(id)?.session.phase() !== 'talking') return refused('callEnded');
      focusOn(id);
      return hold(id, false);
    },

    isSetAside: (id: string): boolean => voice(id)?.isSetAside ?? false,

    pause(id: string, isPaused: boolean): void {
      const known = calls.get(id);
      if (!known) return;
      known.isPaused = isPaused;
      letSoundThrough();
    },

    networkChanged(): void {
      for (const known of calls.values()) known.isNetworkNew = true;
    },

    /**
     * The PBX answers: it learns where a new connection is, for it would send a call's end to where the old one was; the sound that is
     * carried no more gets another way; and it may hold now what it did not.
     */
    findWays(isNewConnection: boolean): void {
      holdWhatIsSetAside();
      for (const known of calls.values()) {
        const state = known.session.peer()?.connectionState;
        const isLost = known.isNetworkNew || state === 'disconnected' || state === 'failed';
        known.isNetworkNew = false;
        if (isUp(known) && (isLost || isNewConnection)) known.negotiation.findWay(isLost);
      }
    },
  };
}

function isUp({ session }: Known): boolean {
  return session.phase() === 'talking';
}

/** Agreed, and still wanted. */
function isOnHold({ negotiation }: Known): boolean {
  return negotiation.isHeld() && negotiation.isHoldWanted();
}
