import type { LiveCallBack } from '../call-backs/types.ts';
import type { CardFact } from '../caller-card/facts.ts';
import type { CallerCard, CallFacts, DeskCall, Destination } from '../caller-card/types.ts';
import type { DeliveryPart } from '../deliveries/parts.ts';
import type { SmsCause } from '../sms/causes.ts';
import type { SmsState } from '../sms/types.ts';
import type { PhoneStatus, Role } from '../users/types.ts';

// The contract between the server and the browsers: no code, imported by both ends.
// Facts are in the past tense, requests in the imperative.

/** What a browser asks for on every (re)connect, before it trusts anything it has. */
export type DeskSnapshot = {
  /** Server time, ISO: timers count from it, not from the browser's clock. */
  now: string;
  phone: PhoneStatus;
  /** Calls that ring at this user, and calls this user dials or talks on. */
  calls: DeskCall[];
  /** What the caller card shows, in its order (S1.2). */
  cardFacts: CardFact[];
};

export type ServerToClient = {
  /** A device of this user rings, or this user dials: the card is complete. */
  'call:ringing': (call: DeskCall) => void;
  'call:changed': (call: CallFacts) => void;
  /** This user got the call; `opens` is what Answer leads to. */
  'call:answered': (answer: { callId: string; opens: Destination }) => void;
  /** What is known of the other side of this running call has changed: somebody took down who it is (S1.14). */
  'call:card': (news: { callId: string; card: CallerCard }) => void;
  /** An admin changed what the caller card shows. */
  'call-settings:changed': () => void;
  /** Something became of a missed call that this user may see; `miss` where a caller has just failed to get through. */
  'missed-call:changed': (row: {
    missedCallId: string;
    version: number;
    /** Who took it off the list or put it back by hand. */
    byId: string | null;
    isListed: boolean;
    /** 1 where it came onto the list, -1 where it left: what a counter adds, without asking. */
    listGrewBy: number;
    /** `forId`: only this user is told at once; null is everybody. */
    miss: { caller: string; name: string; count: number; forId: string | null } | null;
  }) => void;
  /** Somebody calls a missed caller back, talks with them by now, or does no more: then it is null. `atMs`: by the server's clock. */
  'call-back:changed': (row: { missedCallId: string; atMs: number; callBack: LiveCallBack | null }) => void;
  /** What became of a message that this user sent; `cause` is there where it did not go, or did not arrive. */
  'sms:settled': (sms: { smsId: string; missedCallId: string; caller: string; state: SmsState; cause: SmsCause | null }) => void;
  /** What this user calls with, their account, or the PBX it is at: a phone of a browser asks for the account anew. */
  'phone:changed': (status: PhoneStatus) => void;
  /** The PBX says that the device of this user has registered, or is gone. The account is what it was, and nobody asks for it. */
  'device:changed': (status: PhoneStatus) => void;
  'delivery:changed': (delivery: { deliveryId: string; version: number; byId: string | null }) => void;
  /** Who has this delivery open now, and where on its card they are. */
  'delivery:presence': (presence: { deliveryId: string; people: DeliveryPresence[] }) => void;
  /** Its settings, its opening, or whether it takes orders. */
  'point-of-sale:changed': (point: { pointOfSaleId: string }) => void;
  'customer:changed': (customer: { customerId: string }) => void;
  'interest:changed': (interest: { interestId: string; version: number; byId: string | null }) => void;
  /** It became part of another record: whoever has its card open keeps what they typed. */
  'customer:merged': (merge: { customerId: string; keptId: string; name: string; byName: string }) => void;
  /** Somebody wrote in the draft of a call that this user has or had, or registered it. */
  'inquiry:draft': (draft: { callId: string; version: number; byId: string }) => void;
  /** This user changed a setting of their own, in another tab. */
  'settings:changed': () => void;
  'driver:changed': (driver: { driverId: string }) => void;
  /** What a product is called, costs, or whether it can be had. */
  'catalogue:changed': (change: { productId: string | null; byId: string }) => void;
  /** The session was revoked or the user disabled: the page leads to the sign-in. */
  'session:ended': () => void;
};

export type ClientToServer = {
  'desk:snapshot': (reply: (snapshot: DeskSnapshot) => void) => void;
  /** "I have this delivery open, and am here on it." Again on every move, and on every reconnect; a closed page needs no goodbye. */
  'delivery:open': (place: { deliveryId: string; part: DeliveryPart | null }) => void;
  'delivery:close': (place: { deliveryId: string }) => void;
};

export type DeliveryPresence = { userId: string; name: string; part: DeliveryPart | null };

/** Identity of a socket; it comes from the handshake, never from a payload. */
export type SocketIdentity = { userId: string; name: string; sessionId: string; role: Role };

export type Room =
  | `user:${string}`
  | `session:${string}`
  | `line:${string}`
  | `point-of-sale:${string}`
  /** Everybody who has this delivery open. */
  | `delivery:${string}`
  /** Everybody who may read deliveries. */
  | 'deliveries'
  /** Everybody who may read interests. */
  | 'interests'
  | 'supervisors';
