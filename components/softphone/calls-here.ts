import { currentOf, type PhoneState, ringingAt } from '@/lib/softphone/phone-state';
import type { JoinedCall } from '@/lib/softphone/sip/join-calls';
import type { SharedPhone } from '@/lib/softphone/sip/lead-phone';
import type { CurrentCall, Desk, RingingCall } from './desk-context';

type Calls = Pick<Desk, 'ringing' | 'current'>;

/** The desk's calls where the phone is this browser's own. */
export function callsHere(joined: JoinedCall[], { qualities, focus }: SharedPhone): Calls & Pick<Desk, 'mutedCallIds'> {
  const ringing: RingingCall[] = [];
  const current: CurrentCall[] = [];
  for (const { call, phase, sip } of joined) {
    const cardKey = sip?.id ?? call.callId;
    if (phase === 'ringing') ringing.push({ ...call, cardKey });
    else current.push({ cardKey, call, phase, quality: (sip && qualities[sip.id]) ?? null });
  }

  const muted = joined.filter(({ sip }) => sip?.isMuted).map(({ call }) => call.callId);
  return { ringing: ringing.toSorted(byStart), current: current.toSorted(bySound(focus)), mutedCallIds: new Set(muted) };
}

/** The desk's calls where the phone is elsewhere: what the server says. */
export function callsAtServer(state: PhoneState, me: string): Calls {
  return {
    ringing: ringingAt(state, me).map((call) => ({ ...call, cardKey: call.callId })),
    current: currentOf(state, me).map((each) => ({ ...each, cardKey: each.call.callId, quality: null })),
  };
}

function byStart(a: RingingCall, b: RingingCall): number {
  return a.startedAt.localeCompare(b.startedAt) || a.callId.localeCompare(b.callId);
}

/** The one that the operator talks in first: keys are pressed for that one. */
function bySound(focus: string | null): (a: CurrentCall, b: CurrentCall) => number {
  const place = (each: CurrentCall) => (isSilent(each) ? 2 : Number(each.cardKey !== focus));
  return (a, b) => place(a) - place(b) || a.call.startedAt.localeCompare(b.call.startedAt);
}

function isSilent({ phase }: CurrentCall): boolean {
  return phase === 'held' || phase === 'elsewhere';
}
