import type { Role } from '../users/types.ts';

/** Whether a colleague could take a call now. */
export type Availability = 'available' | 'inCall' | 'notConnected';

/** A colleague to whom a call may go. */
export type TransferTarget = {
  userId: string;
  name: string;
  extension: string;
  role: Role;
  availability: Availability;
  /** Looks after this caller, leads an interest of theirs, or has an open delivery of theirs in hand: offered first (S3.4). */
  isResponsible: boolean;
};

/** `isComplete`: there is nobody else to search for. */
export type TransferTargets = { targets: TransferTarget[]; isComplete: boolean };
