import type { IncomingCallAction, Role } from '../users/types.ts';

/** Who asks, as every page, action and socket knows them. */
export type SignedInUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Permissions that an admin granted to the role on top of the table. */
  grants: string[];
  language: string | null;
  sessionId: string;
  incomingCallAction: IncomingCallAction;
  /** The point of sale of a `venue` user. */
  pointOfSaleId: string | null;
};
