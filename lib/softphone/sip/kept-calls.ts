import { type ActionResult, done, refused } from '../../action-result.ts';
import { type Negotiation, negotiate } from './negotiation.ts';
import type { SipSession } from './sip-session.ts';
import type { SipEvent } from './sip-state.ts';

type Known = {
  session: SipSession;
  negotiation: Negotiation;
  isMuted: boolean;
  /** Another call was answered while the PBX did not put this one on hold: it is paused and not heard until it does, or one unpauses it. */
  isSetAside: boolean;
  /** This computer has a new network since the sound found its way. */
  isNetworkNew: boolean;
};

/** Those beside a call that went on hold for it, and those that the PBX did not put on hold. */
export type Others = { held: readonly string[]; talking: readonly string[] };

/** The calls at this phone, with who hears whom: one voice at a time. */
export function keepCalls(tell: (event: SipEvent) => void, nowMs: () => number) {
  const calls = new Map<string, Known>();

  function setMuted(id: string, isMuted: boolean) {
    const known = calls.get(id);
    if (!known) return;
    known.isMuted = isMuted;
    known.isSetAside &&= isMuted;
    letSoundThrough(id);
    tell({ type: 'muted', id, isMuted });
  }

  function isHeard(id: string): boolean {
    const known = calls.get(id);
    return known !== undefined && !known.isMuted && !known.negotiation.isHeld();
  }

  function letSoundThrough(id: string) {
    const known = calls.get(id);
    const peer = known?.session.peer();
    for (const { track } of peer?.getSenders() ?? []) if (track) track.enabled = isHeard(id);
    for (const { track } of peer?.getReceivers() ?? []) track.enabled = !known?.isSetAside;
  }

  async function hold(id: string, isHeld: boolean): Promise<ActionResult> {
    const known = calls.get(id);
    if (known?.session.phase() !== 'talking') return refused('callEnded');

    const asked = known.negotiation.hold(isHeld);
    letSoundThrough(id);
    const isDone = await asked;
    letSoundThrough(id);
    return isDone ? done : refused('unavailable');
  }

  function talkingBeside(id: string): string[] {
    return [...calls]
      .filter(([other, { session, negotiation }]) => other !== id && session.phase() === 'talking' && !negotiation.isHeld())
      .map(([other]) => other);
  }

  function findWay(id: string, { session, negotiation, ...known }: Known, isNewConnection: boolean) {
    if (session.phase() !== 'talking') return;
    if (known.isSetAside && talkingBeside(id).length > 0) void hold(id, true);

    const isLost = known.isNetworkNew || session.peer()?.connectionState !== 'connected';
    if (isLost || isNewConnection) negotiation.findWay(isLost);
  }

  return {
    session: (id: string): SipSession | undefined => calls.get(id)?.session,
    sessions: (): SipSession[] => [...calls.values()].map(({ session }) => session),

    begin(session: SipSession, phase: 'ringing' | 'dialling'): void {
      const { id, pbxCallId, direction } = session;
      const negotiation = negotiate({
        send: (offer) => session.renegotiate(offer),
        // Whoever began the call waits longer, so that both do not meet again (RFC 3261, 14.1).
        giveWayMs: () => (direction === 'outgoing' ? 2_100 + Math.random() * 1_900 : Math.random() * 2_000),
        onHeld: (isHeld) => {
          tell({ type: 'held', id, isHeld });
          if (isHeld && calls.get(id)?.isSetAside) setMuted(id, false);
        },
      });
      calls.set(id, { session, negotiation, isMuted: false, isSetAside: false, isNetworkNew: false });
      tell({ type: 'began', call: { id, pbxCallId, direction, phase, ...session.identity(), startedAtMs: nowMs() } });
    },

    /** False where it was over before. */
    drop: (id: string): boolean => calls.delete(id),

    setMuted,
    isHeard,
    letSoundThrough,
    hold,

    /** A phone talks on one call at a time. One that ends meanwhile is neither held nor talking. */
    async holdOthers(id: string): Promise<Others> {
      const outcomes = await Promise.all(
        talkingBeside(id).map(async (other) => ({ other, isHeld: (await hold(other, true)).ok })),
      );
      const left = outcomes.filter(({ other }) => calls.get(other)?.session.phase() === 'talking');
      return {
        held: left.filter(({ isHeld }) => isHeld).map(({ other }) => other),
        talking: left.filter(({ isHeld }) => !isHeld).map(({ other }) => other),
      };
    },

    /** What they were held for does not come about. */
    async takeUpAgain({ held }: Others): Promise<void> {
      await Promise.all(held.map((id) => hold(id, false)));
    },

    /** Its other side is neither to hear the call that was answered meanwhile, nor to be heard in it. */
    setAside(id: string): void {
      const known = calls.get(id);
      if (!known) return;
      known.isSetAside = true;
      setMuted(id, true);
    },

    networkChanged(): void {
      for (const known of calls.values()) known.isNetworkNew = true;
    },

    /**
     * The PBX answers: it learns where a new connection is, for it would send a call's end to where the old one was; and the sound that
     * is carried no more gets another way.
     */
    findWays(isNewConnection: boolean): void {
      for (const [id, known] of calls) {
        findWay(id, known, isNewConnection);
        known.isNetworkNew = false;
      }
    },
  };
}
