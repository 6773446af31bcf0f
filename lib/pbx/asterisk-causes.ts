import { type AmiEvent, type ChannelRole, field } from './asterisk-ami.ts';
import type { EndCause } from './envelope.ts';

const DECLINED_Q850 = '21';
const DECLINED_SIP = '603';

/**
 * Why a device that was dialled did not get the call (events.md, Asterisk AMI). DialStatus decides, not the Q.850 cause,
 * which is 0 or 16 on most of them; only a phone that declines is believed over it. `hangup` is the device's own.
 */
export function dialCause(
  leg: { role: ChannelRole; dialStatus: string },
  isCallAnswered: boolean,
  hangup: AmiEvent | null,
): EndCause {
  const q850 = hangup ? field(hangup, 'Cause') : '';
  const sip = hangup ? field(hangup, 'TechCause') : '';
  if (leg.role === 'operator' && (q850 === DECLINED_Q850 || sip === DECLINED_SIP)) return 'declined';

  switch (leg.dialStatus) {
    case 'NOANSWER':
      return 'no_answer';
    case 'CANCEL':
      return isCallAnswered ? 'answered_elsewhere' : 'caller_cancelled';
    case 'BUSY':
      return leg.role === 'operator' ? 'declined' : 'busy';
    case 'CONGESTION':
    case 'CHANUNAVAIL':
      return 'unreachable';
    default:
      return q850Cause(q850);
  }
}

/** For a channel that no DialEnd speaks of: an operator who is offline is not even dialled. */
export function q850Cause(cause: string): EndCause {
  switch (cause) {
    case '1':
      return 'not_found';
    case '3':
    case '20':
    case '34':
      return 'unreachable';
    case '17':
      return 'busy';
    case '21':
      return 'declined';
    case '26':
      return 'answered_elsewhere';
    case '':
    case '0':
    case '16':
    case '18':
    case '19':
      return 'no_answer';
    default:
      return 'failed';
  }
}

/** When nobody got the call, the device that came closest to it says why. */
const CLOSEST_FIRST: readonly EndCause[] = ['no_answer', 'declined', 'busy', 'unreachable', 'not_found', 'caller_cancelled'];

export function closestCause(causes: readonly EndCause[]): EndCause | undefined {
  return CLOSEST_FIRST.find((cause) => causes.includes(cause)) ?? causes.at(-1);
}

/** The SIP and Q.850 codes of a hangup, where it has them: `TechCause` is text on other technologies. */
export function hangupCodes(hangup: AmiEvent | null): { sip?: number; q850?: number } {
  const sip = hangup ? field(hangup, 'TechCause') : '';
  const q850 = hangup ? field(hangup, 'Cause') : '';
  return {
    ...(/^\d{3}$/.test(sip) && { sip: Number(sip) }),
    ...(/^[1-9]\d{0,2}$/.test(q850) && { q850: Number(q850) }),
  };
}
