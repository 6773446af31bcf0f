import type { CallPhase } from '../calls/types.ts';

/**
 * After how long a silence a call of these phases may be lost (events.md rule 4). `whenAsked`: also where the PBX can be asked for
 * its calls, and is asked every minute (lib/asterisk/resync.ts).
 */
export const LIMITS = [
  { phases: ['offered', 'ringing'], seconds: 120, whenAsked: true },
  { phases: ['queued'], seconds: 60 * 60, whenAsked: false },
  { phases: ['talking', 'held'], seconds: 4 * 60 * 60, whenAsked: false },
] as const satisfies { phases: readonly CallPhase[]; seconds: number; whenAsked: boolean }[];

/** Whether a call has been silent for so long that its end must have been missed. A queued one stays queued while a device rings. */
export function isLost(call: { phase: CallPhase; isQueued: boolean }, silentSeconds: number): boolean {
  const isWaiting = call.isQueued && (call.phase === 'offered' || call.phase === 'ringing');
  const phase = isWaiting ? 'queued' : call.phase;
  const limit = LIMITS.find(({ phases }) => phases.some((each) => each === phase));
  return limit !== undefined && silentSeconds >= limit.seconds;
}
