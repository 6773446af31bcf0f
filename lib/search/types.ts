import type { FoundCustomer } from '../customers/types.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';
import type { InterestStage } from '../interests/types.ts';

export type FoundDelivery = {
  id: string;
  number: number;
  status: DeliveryStatus;
  customerName: string;
  phoneDisplay: string;
  /** ISO; a draft may not have it yet. */
  wantedAt: string | null;
  street: string;
  flat: string;
  district: string;
};

/** `of`: the customer, or who may become one; null where nobody took down who it is. */
export type FoundInterest = { id: string; number: number; subject: string; of: string | null; stage: InterestStage };

export type FoundDriver = { id: string; name: string; isOnShift: boolean; display: string | null };

/** A whole number that was typed, in any notation. */
export type TypedNumber = {
  e164: string;
  display: string;
  /** Nobody has it: a delivery for it is somebody's first. */
  isUnknown: boolean;
  /** Whether who asks may take one. */
  mayOrder: boolean;
};

/** What was found, by kind: a kind joins with a list of its own here, a query in `find.ts`, and a group in the palette. */
export type Found = {
  customers: FoundCustomer[];
  deliveries: FoundDelivery[];
  drivers: FoundDriver[];
  interests: FoundInterest[];
  number: TypedNumber | null;
};
