import { type ActionResult, done, doneWith, refused } from '../../action-result.ts';
import type { CallAudio } from './call-audio.ts';
import { dialable } from './dialable.ts';
import { keepCalls } from './kept-calls.ts';
import type { SipAccount } from './sip-account.ts';
import type { OpenSipLine, SipListener, SipSession } from './sip-session.ts';
import type { SipEvent } from './sip-state.ts';
import type { WakeUp } from './wake-up.ts';

/** How long the PBX may take to say that it has heard a goodbye. */
const GOODBYE_MS = 2_000;

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
  const calls = keepCalls(tell, nowMs);

  const listener: SipListener = {
    onRegistration: (problem) => tell(problem === 'none' ? { type: 'registered' } : { type: 'unregistered', problem }),
    onBack: (isNewConnection) => calls.findWays(isNewConnection),
    onIncoming: (session) => calls.begin(session, 'ringing'),
    onAnswered: (session) => calls.answered(session),
    onIdentified: (session) => tell({ type: 'identified', id: session.id, ...session.identity() }),
    onRefused: (session, cause) => tell({ type: 'refused', id: session.id, number: session.identity().number, cause }),
    onEnded: ({ id }) => {
      if (!calls.drop(id)) return;
      audio.release(id);
      tell({ type: 'ended', id });
    },
    onSound: (session, stream) => {
      audio.play(session.id, stream);
      calls.letSoundThrough();
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
    track.enabled = calls.isHeard(id);
    const [sender] = calls.session(id)?.peer()?.getSenders() ?? [];
    // A call that ends meanwhile takes no other track, and needs none.
    void sender?.replaceTrack(track).then(calls.letSoundThrough, () => undefined);
  });

  function followSound({ id, peer }: SipSession, stream: MediaStream) {
    stream.addEventListener('addtrack', ({ track }) => {
      track.addEventListener('unmute', () => tell({ type: 'sounding', id }), { once: true });
    });
    const connection = peer();
    connection?.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'disconnected' || connection.connectionState === 'failed') line.nudge();
    });
  }

  /** The other end must hear the transfer's request before the call leaves us. */
  async function refer(id: string, to: string | SipSession): Promise<ActionResult> {
    const session = calls.session(id);
    if (session?.phase() !== 'talking') return refused('callEnded');
    return (await session.refer(to)) ? done : refused('transferFailed');
  }

  /** Whoever hangs up is out of the call at once, also while the PBX does not answer. */
  async function hangUp(id: string): Promise<ActionResult> {
    const session = calls.session(id);
    if (!session) return done;
    await Promise.race([session.end(), wait(GOODBYE_MS)]);
    if (calls.session(id)) {
      session.peer()?.close();
      listener.onEnded(session);
    }
    return done;
  }

  return {
    async answer(id: string): Promise<ActionResult> {
      const session = calls.session(id);
      if (!session) return refused('callEnded');
      if (session.phase() !== 'ringing') return done;
      if (!(await audio.openTrack(id))) return refused('noMicrophone');
      // Pressed in two tabs, or on the card and on the desktop: the other press was faster while the microphone opened.
      if (session.phase() === 'answering' || session.phase() === 'talking') return done;
      if (!calls.session(id)) {
        audio.release(id);
        return refused('callEnded');
      }

      const [others, isAccepted] = await Promise.all([
        calls.holdOthers(id),
        // A caller who gives up meanwhile makes it no failure.
        session.accept().then(
          () => session.phase() === 'talking',
          () => false,
        ),
      ]);
      if (isAccepted) return done;
      await calls.takeUpAgain(others);
      return refused('callEnded');
    },

    async reject(id: string): Promise<ActionResult> {
      const session = calls.session(id);
      if (session?.phase() === 'ringing') await session.end();
      return done;
    },

    hangUp,

    setHeld: (id: string, isHeld: boolean): Promise<ActionResult> => (isHeld ? calls.hold(id, true) : calls.takeUp(id)),

    /** Who unpauses a call that was set aside means to talk in it. */
    async setMuted(id: string, isMuted: boolean): Promise<ActionResult> {
      if (!calls.session(id)) return refused('callEnded');
      const isMeant = !isMuted && calls.isSetAside(id);
      calls.pause(id, isMuted);
      return isMeant ? calls.takeUp(id) : done;
    },

    async sendDigit(id: string, digit: string): Promise<ActionResult> {
      return calls.session(id)?.sendDigit(digit) ? done : refused('callEnded');
    },

    async dial(number: string, presents: string | null): Promise<ActionResult<{ id: string }>> {
      const to = dialable(number);
      if (!to) return refused('numberInvalid');
      if (to === account.extension) return refused('ownExtension');
      if (!line.isConnected()) return refused('phoneNotConnected');

      const session = line.dial(to, presents);
      if (!(await audio.openTrack(session.id))) {
        await session.end();
        return refused('noMicrophone');
      }
      const others = await calls.holdOthers(session.id);
      if (others.talking.length > 0) {
        audio.release(session.id);
        await Promise.all([session.end(), calls.takeUpAgain(others)]);
        return refused('notHeld');
      }
      calls.begin(session, 'dialling');
      try {
        await line.invite(session);
        return doneWith({ id: session.id });
      } catch {
        listener.onEnded(session);
        await calls.takeUpAgain(others);
        return refused('unavailable');
      }
    },

    async transfer(id: string, to: string): Promise<ActionResult> {
      const number = dialable(to);
      if (!number) return refused('numberInvalid');
      return number === account.extension ? refused('ownExtension') : refer(id, number);
    },

    async completeTransfer(id: string, consultId: string): Promise<ActionResult> {
      const consult = calls.session(consultId);
      if (consult?.phase() !== 'talking') return refused('notAnsweredYet');

      const outcome = await refer(id, consult);
      if (outcome.ok) await consult.end();
      return outcome;
    },

    /** The measurements of a call's sound, or null while there is none. */
    stats: async (id: string): Promise<RTCStatsReport | null> => (await calls.session(id)?.peer()?.getStats()) ?? null,

    /** The network changed, or the computer woke up: the phone looks for the PBX, and once that answers each call for its sound. */
    wake(why: WakeUp): void {
      if (why === 'network') calls.networkChanged();
      line.nudge();
    },

    async stop(): Promise<void> {
      unfollowTracks();
      await Promise.all(calls.ids().map(hangUp));
      await line.stop();
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
