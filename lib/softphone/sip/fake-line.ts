import type { CallAudio } from './call-audio.ts';
import type { Renegotiated } from './negotiation.ts';
import type { OpenSipLine, SipListener, SipSession } from './sip-session.ts';

type Phase = ReturnType<SipSession['phase']>;

/** For tests: a SIP line without SIP. Whatever is asked of it is written down, and comes true at once. */
export function createFakeLine() {
  const asked: string[] = [];
  const outcomes = { refers: true, hasMicrophone: true, isConnected: true, isSent: true, accepting: Promise.resolve() };
  const renegotiates = new Map<string, Renegotiated | Promise<Renegotiated>>();
  const phases = new Map<string, Phase>();
  const sessions = new Map<string, SipSession>();
  let listener: SipListener | undefined;
  let numbered = 0;

  function session(direction: SipSession['direction'], number: string): SipSession {
    numbered += 1;
    const id = `s${numbered}`;
    phases.set(id, direction === 'incoming' ? 'ringing' : 'dialling');
    const peer = fakePeer();
    const own: SipSession = {
      id,
      direction,
      pbxCallId: direction === 'incoming' ? `pbx-${id}` : null,
      phase: () => phases.get(id) ?? 'ended',
      identity: () => ({ number, name: '' }),
      accept: async () => {
        asked.push(`accept ${id}`);
        if (phases.get(id) !== 'ringing') throw new Error('gone');
        phases.set(id, 'answering');
        await outcomes.accepting;
        // As sip.js has it: who gives up meanwhile makes it no failure.
        if (phases.get(id) !== 'answering') return;
        phases.set(id, 'talking');
        listener?.onAnswered(own);
      },
      end: async () => {
        asked.push(`end ${id}`);
        phases.set(id, 'ended');
        listener?.onEnded(own);
      },
      renegotiate: async ({ isHeld, hasNewWay }) => {
        asked.push(`${hasNewWay ? 'restart' : isHeld ? 'hold' : 'resume'} ${id}`);
        return renegotiates.get(id) ?? 'accepted';
      },
      refer: async (to) => {
        asked.push(`refer ${id} to ${typeof to === 'string' ? to : to.id}`);
        if (outcomes.refers) await own.end();
        return outcomes.refers;
      },
      sendDigit: (digit) => {
        asked.push(`digit ${digit}`);
        return true;
      },
      peer: () => peer,
    };
    sessions.set(id, own);
    return own;
  }

  const openLine: OpenSipLine = (_, heard) => {
    listener = heard;
    return {
      isConnected: () => outcomes.isConnected,
      dial: (number, presents) => {
        asked.push(presents ? `dial ${number} as ${presents}` : `dial ${number}`);
        return session('outgoing', number);
      },
      invite: async () => {
        if (!outcomes.isSent) throw new Error('not sent');
      },
      nudge: () => {
        asked.push('nudge');
        if (outcomes.isConnected) listener?.onBack(false);
      },
      stop: async () => void asked.push('stop'),
    };
  };
  const audio: CallAudio = {
    openTrack: async () => (outcomes.hasMicrophone ? fakeTrack : null),
    onTrack: () => () => undefined,
    play: () => undefined,
    release: (id) => void asked.push(`release ${id}`),
  };

  return {
    asked,
    outcomes,
    openLine,
    audio,
    /** The PBX rings; answers the phone's id of the call. */
    ring(number = '600100101'): string {
      const rings = session('incoming', number);
      listener?.onIncoming(rings);
      return rings.id;
    },
    /** The far side of a dialled call answers. */
    answers(id: string): void {
      phases.set(id, 'talking');
      const known = sessions.get(id);
      if (known) listener?.onAnswered(known);
    },
    comesBack: () => listener?.onBack(true),
    /** Who hears whom in a call: `both ways`, `heard` (the operator is), `listening` (the operator does) or `silent`. */
    sound(id: string): string {
      const peer = sessions.get(id)?.peer();
      const isHeard = peer?.getSenders().some(({ track }) => track?.enabled);
      const isListening = peer?.getReceivers().some(({ track }) => track.enabled);
      if (isHeard) return isListening ? 'both ways' : 'heard';
      return isListening ? 'listening' : 'silent';
    },
    /** The sound of a call is carried no more. */
    losesSound(id: string): void {
      Object.assign(sessions.get(id)?.peer() ?? {}, { connectionState: 'failed' });
    },
    /** From now on the PBX answers re-INVITEs of the call so. */
    renegotiates: (id: string, outcome: Renegotiated | Promise<Renegotiated>) => void renegotiates.set(id, outcome),
    /** The caller gives up, or hangs up. */
    isOver(id: string): void {
      phases.set(id, 'ended');
      const session = sessions.get(id);
      if (session) listener?.onEnded(session);
    },
    /** Whom one called is busy. */
    isBusy(id: string): void {
      const session = sessions.get(id);
      if (!session) return;
      phases.set(id, 'ended');
      listener?.onRefused(session, 'busy');
      listener?.onEnded(session);
    },
  };
}

const fakeTrack: MediaStreamTrack = Object.create(null);

/** With a track each way, whose `enabled` tells who hears whom. */
function fakePeer(): RTCPeerConnection {
  const [microphone, sound] = [{ enabled: false }, { enabled: false }];
  return Object.assign(Object.create(null), {
    connectionState: 'connected',
    getSenders: () => [{ track: microphone }],
    getReceivers: () => [{ track: sound }],
    close: () => undefined,
  });
}
