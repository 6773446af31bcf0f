import type { EndCause } from '../pbx/envelope.ts';
import type { CallDirection } from './types.ts';

/**
 * Missed is a property of the whole call, never of a leg (events.md rule 3): inbound, ended, and no operator answered.
 * Voicemail is a miss; a blocked caller is not.
 */
export function isMissed(call: {
  direction: CallDirection;
  hasEnded: boolean;
  wasAnswered: boolean;
  cause: EndCause | null;
}): boolean {
  return call.direction === 'inbound' && call.hasEnded && !call.wasAnswered && call.cause !== 'blocked';
}
