import type { CallPhase } from '../calls/types.ts';

const RINGING_LIMIT_SECONDS = 120;
const QUEUED_LIMIT_SECONDS = 60 * 60;
const TALKING_LIMIT_SECONDS = 4 * 60 * 60;

/** The shortest silence after which any call may be lost: what the sweep looks for first. */
export const SHORTEST_LIMIT_SECONDS = RINGING_LIMIT_SECONDS;

/** Whether a call has been silent for so long that its end must have been missed (events.md rule 4). */
export function isLost(call: { phase: CallPhase; isQueued: boolean }, silentSeconds: number): boolean {
  switch (call.phase) {
    case 'ended':
      return false;
    case 'talking':
    case 'held':
      return silentSeconds >= TALKING_LIMIT_SECONDS;
    case 'queued':
      return silentSeconds >= QUEUED_LIMIT_SECONDS;
    case 'offered':
    case 'ringing':
      return silentSeconds >= (call.isQueued ? QUEUED_LIMIT_SECONDS : RINGING_LIMIT_SECONDS);
    default:
      return call.phase satisfies never;
  }
}
