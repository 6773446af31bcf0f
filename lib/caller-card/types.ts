import type { CallClass, CallDirection, CallPhase, ClassReason } from '../calls/types.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';

export type CustomerClass = 'regular' | 'vip' | 'problem';

export type CardCustomer = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  note: string;
  city: string | null;
  country: string | null;
  photoId: string | null;
  /** Who looks after them: to whom a call of theirs is passed on (S3.4). */
  managerName: string | null;
  /** Whose number it is at a customer that is a company. */
  contact: { name: string; position: string } | null;
  /** What the organisation's own fields say of them; only those that say something. */
  fields: CardField[];
  /** Has a delivery open, whatever number it was ordered by. */
  hasOpen: boolean;
  /** When this customer was last chosen among those who share the number; ISO. */
  chosenAt: string | null;
};

export type CardField = {
  label: string;
  kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no';
  value: string | number | boolean | null;
};

/** A call with this number that is over. The notes are those which everybody who gets the card may read (R34). */
export type EarlierCall = {
  id: string;
  direction: CallDirection;
  /** ISO. */
  startedAt: string;
  isMissed: boolean;
  talkSeconds: number;
  operatorName: string | null;
  notes: string[];
};

/** What was written about the customer, beside what stands at the earlier calls. */
export type CardNote = { id: string; text: string; at: string; author: string | null };

export type CardDelivery = {
  id: string;
  number: number;
  status: DeliveryStatus;
  /** ISO. */
  wantedAt: string | null;
  totalMinor: number;
  customerName: string;
  pointOfSaleName: string | null;
  responsibleName: string | null;
};

/** A stop of a driver who rings: whom they may have to be put through to (S0.20). */
export type CardStop = Omit<CardDelivery, 'responsibleName'> & { phoneE164: string | null };

/** Of several drivers with one number, one on shift. `deliveries`: what they have open today, earliest first. */
export type CardDriver = { id: string; name: string; deliveries: CardStop[] };

/** Everything known of a caller's number, found by one query before anybody can press Answer (S0.4, S1.16). */
export type CallerCard = {
  /** At most CARD_ROWS: who has something open first, then who was chosen last, then by name. `customerCount`: how many there are. */
  customers: CardCustomer[];
  customerCount: number;
  /** Open deliveries of the number, earliest first (S0.9, S0.11). */
  openDeliveries: CardDelivery[];
  openDeliveryCount: number;
  /** Drafts of the number that somebody left behind. */
  drafts: CardDelivery[];
  driver: CardDriver | null;
  /** The latest first. */
  earlierCalls: EarlierCall[];
  /** Of the one customer who has the number, the latest first. */
  notes: CardNote[];
  /** Set when an extension rings: a colleague, never a customer (R28). */
  colleague: { id: string; name: string } | null;
};

/** What Answer opens (S0.9–S0.14b, S0.20). */
export type Destination =
  | { kind: 'delivery'; deliveryId: string }
  | { kind: 'newDelivery'; phone: string | null; customerId: string | null }
  | { kind: 'chooseCustomer'; phone: string; customers: CardCustomer[] }
  | { kind: 'driver'; driverId: string }
  | { kind: 'nothing' };

export type CallOperator = { userId: string; name: string; extension: string };

/** The state of a call as a browser sees it. Times are ISO strings; a higher version replaces a lower one. */
export type CallFacts = {
  callId: string;
  /** The PBX's own id of the conversation: what a phone in the browser knows it by (events.md rule 7). */
  pbxCallId: string;
  version: number;
  direction: CallDirection;
  phase: CallPhase;
  /** The other side: the caller of an inbound call, the one called on an outbound one. */
  number: { e164: string | null; display: string; isWithheld: boolean };
  /** The name the PBX sent, shown only where nobody better is known. */
  pbxName: string;
  line: { id: string; name: string; display: string } | null;
  class: CallClass | null;
  reasons: ClassReason[];
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  cause: string | null;
  isEstimated: boolean;
  /** Who talks, or talked last; on an outbound call who dialled. */
  operator: CallOperator | null;
  /** Whose devices ring now. */
  ringing: CallOperator[];
};

/** A call with everything its card shows. */
export type DeskCall = CallFacts & { card: CallerCard };
