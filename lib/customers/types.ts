import type { CustomerClass } from '../caller-card/types.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';

export const CUSTOMER_CLASSES = ['regular', 'vip', 'problem'] as const satisfies readonly CustomerClass[];

/** A number as it is shown; `isCallable` where it is whole (S0.17). */
export type CustomerNumber = {
  id: string;
  e164: string;
  display: string;
  isPrimary: boolean;
  isCallable: boolean;
  /** Whose it is, where it is a contact person's of a company. */
  contact: { id: string; name: string } | null;
};

export type Place = { street: string; flat: string; district: string; city: string; driverNote: string };
export type EarlierAddress = Place & { id: string };

/** How many orders, for how much, from when to when; drafts and cancelled ones are none (S0.16b). Times are ISO. */
export type OrderStatistics = { count: number; valueMinor: number; firstAt: string | null; lastAt: string | null };

/** A line of an earlier order, with its product as it is today; null where it is off the menu or sold out. */
export type EarlierLine = {
  id: string;
  name: string;
  quantity: number;
  note: string;
  today: { id: string; name: string; priceMinor: number } | null;
};
export type EarlierOrder = {
  id: string;
  number: number;
  status: DeliveryStatus;
  wantedAt: string | null;
  totalMinor: number;
  lines: EarlierLine[];
};

/** A customer with what a delivery for them needs to know (S0.16b). */
export type CustomerFacts = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  note: string;
  numbers: CustomerNumber[];
  /** Last used first. */
  addresses: EarlierAddress[];
  statistics: OrderStatistics;
  /** Latest first. */
  orders: EarlierOrder[];
  /** Where their last one went. */
  lastPointOfSaleId: string | null;
};

/** One of those found while a name or a number is typed. */
export type FoundCustomer = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  display: string | null;
  address: Place | null;
  lastOrderAt: string | null;
};
