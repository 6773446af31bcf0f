import type { Renegotiated } from './negotiation.ts';

/** The other end has a re-INVITE of its own under way (RFC 3261, 14.2). */
const COLLISION = 491;
/** It knows this call no more: that ended while we did not hear of it, or the PBX began anew (RFC 3261, 12.2.1.2). */
const NO_SUCH_CALL = 481;

/** What it means that a re-INVITE was answered so; `isCallOver` where there is no such call any more. */
export function refusedReinvite(statusCode: number): { outcome: Renegotiated; isCallOver: boolean } {
  return { outcome: statusCode === COLLISION ? 'collided' : 'refused', isCallOver: statusCode === NO_SUCH_CALL };
}
