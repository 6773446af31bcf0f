import { type ActionResult, done, doneWith, refused } from '../../action-result.ts';
import type { CallAudio } from './call-audio.ts';
import { dialable } from './dialable.ts';
import type { SipAccount } from './sip-account.ts';
import type { OpenSipLine, SipListener, SipSession } from './sip-session.ts';
import type { SipEvent } from './sip-state.ts';
import type { WakeUp } from './wake-up.ts';

/** How long the PBX may take to say that it has heard a goodbye. */
const GOODBYE_MS = 2_000;

type Known = { session: SipSession; isHeld: boolean; isMuted: boolean };

export type SipCalls = ReturnType<typeof createSipCalls>;

export type SipCallsWorld = {
  openLine: OpenSipLine;
  audio: CallAudio;
  tell: (event: SipEvent) => void;
  nowMs: () => number;
};

/**
 * The calls of this browser's phone, several at once: one talks, the others ring or are held. Each act answers whether it was
 * begun; what came of it is told as an event. An act on a call that is over by then, or is as asked already, is done.
 */
export function createSipCalls(account: SipAccount, { openLine, audio, tell, nowMs }: SipCallsWorld) {
  const calls = new Map<string, Known>();

  const listener: SipListener = {
    onRegistration: (problem) => tell(problem === 'none' ? { type: 'registered' } : { type: 'unregistered', problem }),
    // The PBX learns the way to this browser anew: it would send a call's end to where the old websocket was.
    onBack: () => {
      for (const id of calls.keys()) void findWay(id);
    },
    onIncoming: (session) => begin(session, 'ringing'),
    onAnswered: ({ id }) => {
      letMicrophoneThrough(id);
      tell({ type: 'answered', id, atMs: nowMs() });
    },
    onIdentified: (session) => tell({ type: 'identified', id: session.id, ...session.identity() }),
    onRefused: (session, cause) => tell({ type: 'refused', id: session.id, number: session.identity().number, cause }),
    onEnded: ({ id }) => {
      if (!calls.delete(id)) return;
      audio.release(id);
      tell({ type: 'ended', id });
    },
    onSound: (session, stream) => {
      audio.play(session.id, stream);
      followSound(session, stream);
    },
    openMicrophone: async ({ id }) => {
      const track = await audio.openTrack(id);
      if (!track) throw new Error('There is no microphone.');
      return new MediaStream([track]);
    },
  };
  const line = openLine(account, listener);

  const unfollowTracks = audio.onTrack((id, track) => {
    // Before it is sent: a paused call must not be heard for a moment.
    track.enabled = isHeard(id);
    void calls.get(id)?.session.peer()?.getSenders()[0]?.replaceTrack(track);
  });

  function begin(session: SipSession, phase: 'ringing' | 'dialling') {
    const { id, pbxCallId, direction } = session;
    calls.set(id, { session, isHeld: false, isMuted: false });
    tell({ type: 'began', call: { id, pbxCallId, direction, phase, ...session.identity(), startedAtMs: nowMs() } });
  }

  /** Tells the PBX where this browser is now, and looks for a new way for the sound where the old one does not carry it. */
  async function findWay(id: string, isNetworkNew = false): Promise<void> {
    const known = calls.get(id);
    if (known?.session.phase() !== 'talking') return;
    const isCarried = known.session.peer()?.connectionState === 'connected';
    await known.session.renegotiate({ isHeld: known.isHeld, iceRestart: isNetworkNew || !isCarried });
  }

  function followSound({ id, peer }: SipSession, stream: MediaStream) {
    stream.addEventListener('addtrack', ({ track }) => {
      track.addEventListener('unmute', () => tell({ type: 'sounding', id }), { once: true });
    });
    const connection = peer();
    connection?.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'disconnected' || connection.connectionState === 'failed') void findWay(id);
    });
  }

  function isHeard(id: string): boolean {
    const known = calls.get(id);
    return known !== undefined && !known.isMuted && !known.isHeld;
  }

  function letMicrophoneThrough(id: string) {
    for (const { track } of calls.get(id)?.session.peer()?.getSenders() ?? []) {
      if (track) track.enabled = isHeard(id);
    }
  }

  async function hold(id: string, isHeld: boolean): Promise<ActionResult> {
    const known = calls.get(id);
    if (known?.session.phase() !== 'talking') return refused('callEnded');
    if (known.isHeld === isHeld) return done;

    set(isHeld);
    if (await known.session.renegotiate({ isHeld })) {
      tell({ type: 'held', id, isHeld });
      return done;
    }
    set(!isHeld);
    return refused('unavailable');

    function set(held: boolean) {
      if (known) known.isHeld = held;
      letMicrophoneThrough(id);
    }
  }

  /** A phone talks on one call at a time. */
  async function holdOthers(id: string): Promise<void> {
    const talking = [...calls].filter(([other, { session }]) => other !== id && session.phase() === 'talking');
    await Promise.all(talking.map(([other]) => hold(other, true)));
  }

  /** The other end must hear the transfer's request before the call leaves us. */
  async function refer(id: string, to: string | SipSession): Promise<ActionResult> {
    const session = calls.get(id)?.session;
    if (session?.phase() !== 'talking') return refused('callEnded');
    if (!(await session.refer(to))) return refused('transferFailed');

    // Asterisk would keep our side for another minute.
    await session.end();
    return done;
  }

  return {
    async answer(id: string): Promise<ActionResult> {
      const session = calls.get(id)?.session;
      if (!session) return refused('callEnded');
      if (session.phase() !== 'ringing') return done;
      if (!(await audio.openTrack(id))) return refused('noMicrophone');
      // Pressed in two tabs, or on the card and on the desktop: the other press was faster while the microphone opened.
      if (session.phase() === 'answering' || session.phase() === 'talking') return done;

      const [accepted] = await Promise.allSettled([session.accept(), holdOthers(id)]);
      return accepted.status === 'fulfilled' ? done : refused('callEnded');
    },

    async reject(id: string): Promise<ActionResult> {
      const session = calls.get(id)?.session;
      if (session?.phase() === 'ringing') await session.end();
      return done;
    },

    /** Whoever hangs up is out of the call at once, also while the PBX does not answer. */
    async hangUp(id: string): Promise<ActionResult> {
      const session = calls.get(id)?.session;
      if (!session) return done;
      await Promise.race([session.end(), wait(GOODBYE_MS)]);
      if (calls.has(id)) {
        session.peer()?.close();
        listener.onEnded(session);
      }
      return done;
    },

    /** The others are on hold before this one is taken off it. */
    async setHeld(id: string, isHeld: boolean): Promise<ActionResult> {
      if (!isHeld) await holdOthers(id);
      return hold(id, isHeld);
    },

    setMuted(id: string, isMuted: boolean): void {
      const known = calls.get(id);
      if (!known) return;
      known.isMuted = isMuted;
      letMicrophoneThrough(id);
      tell({ type: 'muted', id, isMuted });
    },

    async sendDigit(id: string, digit: string): Promise<ActionResult> {
      return calls.get(id)?.session.sendDigit(digit) ? done : refused('callEnded');
    },

    async dial(number: string, presents: string | null): Promise<ActionResult<{ id: string }>> {
      const to = dialable(number);
      if (!to) return refused('numberInvalid');
      if (to === account.extension) return refused('ownExtension');
      if (!line.isConnected()) return refused('phoneNotConnected');

      const session = line.dial(to, presents);
      if (!(await audio.openTrack(session.id))) return refused('noMicrophone');
      await holdOthers(session.id);
      begin(session, 'dialling');
      try {
        await line.invite(session);
        return doneWith({ id: session.id });
      } catch {
        listener.onEnded(session);
        return refused('unavailable');
      }
    },

    async transfer(id: string, to: string): Promise<ActionResult> {
      const number = dialable(to);
      if (!number) return refused('numberInvalid');
      return number === account.extension ? refused('ownExtension') : refer(id, number);
    },

    async completeTransfer(id: string, consultId: string): Promise<ActionResult> {
      const consult = calls.get(consultId)?.session;
      if (consult?.phase() !== 'talking') return refused('notAnsweredYet');

      const outcome = await refer(id, consult);
      if (outcome.ok) await consult.end();
      return outcome;
    },

    /** The measurements of a call's sound, or null while there is none. */
    stats: async (id: string): Promise<RTCStatsReport | null> => (await calls.get(id)?.session.peer()?.getStats()) ?? null,

    /** The network changed, or the computer woke up: the phone looks for the PBX, and each call for its sound. */
    wake(why: WakeUp): void {
      line.nudge();
      for (const id of calls.keys()) void findWay(id, why === 'network');
    },

    async stop(): Promise<void> {
      unfollowTracks();
      for (const { session } of calls.values()) await session.end();
      await line.stop();
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
