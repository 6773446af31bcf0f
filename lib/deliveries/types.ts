import type { Actor } from '../actor.ts';
import type { CallViewer } from '../calls/visible-calls.ts';
import type { DeliveryStatus } from './status.ts';

export type Fulfilment = 'delivery' | 'pick_up';
export const PAYMENTS = ['cash', 'card', 'online'] as const;
/** How the driver, or the counter, gets the money; online is paid already. */
export type Payment = (typeof PAYMENTS)[number];
export const DISCOUNT_KINDS = ['none', 'percent', 'amount'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** A product in an order. Name and price are those of the day it was added: a later price list changes no order. */
export type OrderLine = {
  id: string;
  productId: string;
  name: string;
  priceMinor: number;
  quantity: number;
  note: string;
};

/** Everything of a delivery that an operator edits; also what the point of sale is sent. Times are ISO. */
export type DeliveryContent = {
  /** As it was typed: a number that cannot be read is kept, never swallowed. */
  phone: string;
  customerId: string | null;
  customerName: string;
  fulfilment: Fulfilment;
  street: string;
  flat: string;
  district: string;
  city: string;
  driverNote: string;
  comment: string;
  payment: Payment;
  discountKind: DiscountKind;
  /** Per cent, or minor units; 0 with `none`. */
  discountValue: number;
  discountReason: string;
  wantedAt: string | null;
  pointOfSaleId: string | null;
  lines: OrderLine[];
};

export const emptyContent: DeliveryContent = {
  phone: '',
  customerId: null,
  customerName: '',
  fulfilment: 'delivery',
  street: '',
  flat: '',
  district: '',
  city: '',
  driverNote: '',
  comment: '',
  payment: 'cash',
  discountKind: 'none',
  discountValue: 0,
  discountReason: '',
  wantedAt: null,
  pointOfSaleId: null,
  lines: [],
};

/** Who changed a delivery last, and what: the sentence of a conflict. */
export type LastChange = { byId: string | null; byName: string | null; at: string };

/**
 * The number of a delivery: as it can be shown, and in E.164 where it can be read, so that its calls find it.
 * `isCallable` only where it is whole (S0.17).
 */
export type DeliveryPhone = { raw: string; display: string; e164: string | null; isCallable: boolean };

/** A delivery as the server has it now: what a save answers, and what a screen is told when a colleague saved. */
export type SavedDelivery = {
  number: number;
  version: number;
  status: DeliveryStatus;
  content: DeliveryContent;
  phone: DeliveryPhone;
  totalMinor: number;
  /** What the point of sale last got; null while it got nothing. */
  sentContent: DeliveryContent | null;
  sentTotalMinor: number | null;
  /** The point of sale that has it on its board, which is not the chosen one until that is sent. */
  sentToId: string | null;
  /** When the point of sale says it comes; ISO. */
  promisedAt: string | null;
  lastChange: LastChange;
};

/** Who writes: also whose calls they may tie to a delivery, and the country whose numbers they type without a prefix. */
export type Author = Actor & CallViewer & { country: string };
