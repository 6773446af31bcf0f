import { type ActionResult, done, doneWith, refused } from '../../action-result.ts';
import type { DialOptions, Phone } from '../phone.ts';
import type { JoinedCall } from './join-calls.ts';
import type { SipAct, SipAnswer } from './sip-act.ts';

export type SipDeskWorld = {
  act: (act: SipAct) => Promise<SipAnswer>;
  /** The desk's calls as they are now. */
  joined: () => JoinedCall[];
  /** Resolves with the first call that fits, now or soon; null when none comes in time. */
  whenJoined: (fits: (call: JoinedCall) => boolean, withinMs?: number) => Promise<JoinedCall | null>;
  /** Who has a call, where that is a colleague. */
  colleagueWith: (callId: string) => string | null;
  /** What the phone cannot do itself: at the server, by the PBX. */
  server: Pick<Phone, 'resume' | 'hangUp'>;
  tieToDelivery: (callId: string, deliveryId: string) => void;
  /** The number of the line that was chosen, or of the usual one where none was. */
  presents: (lineId: string | undefined) => string | null;
};

const PROVISIONAL = 'sip:';
/** How long the INVITE of a call that is answered may take. One that rang before this phone was there never comes by itself. */
const INVITE_MS = 2_000;

/** The desk's phone where it is a SIP phone of this browser. The desk names calls by the server's ids, the phone by its own. */
export function createSipDeskPhone(world: SipDeskWorld): Phone {
  /** The call at the phone; one that the server told of first comes by INVITE in a moment. */
  async function at(callId: string, withinMs?: number): Promise<string | null> {
    const joined = await world.whenJoined(
      ({ call, sip }) => sip !== null && (call.callId === callId || ownId(callId) === sip.id),
      withinMs,
    );
    return joined?.sip?.id ?? null;
  }

  async function perform(callId: string, make: (id: string) => SipAct): Promise<ActionResult> {
    const id = await at(callId);
    if (!id) return tooLate(callId, 'phoneNotConnected');
    const answer = await world.act(make(id));
    if (answer.ok) return done;
    return answer.reason === 'callEnded' ? tooLate(callId, 'callEnded') : answer;
  }

  function tooLate(callId: string, otherwise: 'callEnded' | 'phoneNotConnected') {
    const name = world.colleagueWith(callId);
    return name ? refused('answeredByColleague', { name }) : refused(otherwise);
  }

  async function dial(number: string, options: DialOptions = {}): Promise<ActionResult<{ callId: string }>> {
    const answer = await world.act({ act: 'dial', number, presents: world.presents(options.lineId) });
    if (!answer.ok) return answer;

    const { id } = answer.data;
    if (options.deliveryId) void tie(id, options.deliveryId);
    return doneWith({ callId: `${PROVISIONAL}${id}` });
  }

  async function tie(id: string, deliveryId: string) {
    const joined = await world.whenJoined(({ call, sip }) => sip?.id === id && !call.callId.startsWith(PROVISIONAL));
    if (joined) world.tieToDelivery(joined.call.callId, deliveryId);
  }

  /** The PBX rings this phone with the call; whoever asked for it has answered already. */
  async function resume(callId: string): Promise<ActionResult> {
    const asked = await world.server.resume(callId);
    return asked.ok ? perform(callId, (id) => ({ act: 'answer', id })) : asked;
  }

  /** What rang before the page was loaded anew, or at a tab that has closed, is brought here. */
  async function answer(callId: string): Promise<ActionResult> {
    if (await at(callId, INVITE_MS)) return perform(callId, (id) => ({ act: 'answer', id }));
    if (ownId(callId) || world.colleagueWith(callId)) return tooLate(callId, 'callEnded');
    const brought = await resume(callId);
    return !brought.ok && brought.reason === 'notFound' ? tooLate(callId, 'callEnded') : brought;
  }

  const isElsewhere = (callId: string) =>
    world.joined().some(({ call, phase }) => call.callId === callId && phase === 'elsewhere');

  return {
    answer,
    reject: (callId) => perform(callId, (id) => ({ act: 'reject', id })),
    hangUp: (callId) => (isElsewhere(callId) ? world.server.hangUp(callId) : perform(callId, (id) => ({ act: 'hangUp', id }))),
    setHeld: (callId, isHeld) => perform(callId, (id) => ({ act: 'setHeld', id, isHeld })),
    setMuted: (callId, isMuted) => perform(callId, (id) => ({ act: 'setMuted', id, isMuted })),
    sendDigit: (callId, digit) => perform(callId, (id) => ({ act: 'sendDigit', id, digit })),
    dial,
    transfer: (callId, to) => perform(callId, (id) => ({ act: 'transfer', id, to })),
    consult: (_, to) => dial(to),
    async completeTransfer(callId, consultCallId) {
      const consultId = await at(consultCallId);
      return consultId ? perform(callId, (id) => ({ act: 'completeTransfer', id, consultId })) : refused('callEnded');
    },
    resume,
  };
}

function ownId(callId: string): string | null {
  return callId.startsWith(PROVISIONAL) ? callId.slice(PROVISIONAL.length) : null;
}
