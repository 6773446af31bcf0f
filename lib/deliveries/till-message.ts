import { z } from 'zod';

// What a till is told (docs/point-of-sale.md). A field may be added; one that changes its meaning needs another version.

export const TILL_MESSAGE_VERSION = 1;

const Delivery = z.object({
  id: z.uuid(),
  /** What people say aloud. */
  number: z.int(),
  /** Named again by an act that answers to it. */
  revision: z.int(),
  fulfilment: z.enum(['delivery', 'pick_up']),
  /** When the customer wants it. */
  wantedAt: z.iso.datetime().nullable(),
  customer: z.object({ name: z.string(), phone: z.string() }),
  /** Null for a pick-up. */
  address: z
    .object({ street: z.string(), flat: z.string(), district: z.string(), city: z.string(), note: z.string() })
    .nullable(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      productCode: z.string().nullable(),
      name: z.string(),
      quantity: z.int(),
      /** Of one, in minor units. */
      priceMinor: z.int(),
      note: z.string(),
    }),
  ),
  currency: z.string(),
  productsMinor: z.int(),
  discountMinor: z.int(),
  discountReason: z.string(),
  totalMinor: z.int(),
  payment: z.enum(['cash', 'card', 'online']),
  comment: z.string(),
});

const Reference = z.object({ id: z.uuid(), number: z.int(), revision: z.int() });

const head = { version: z.literal(TILL_MESSAGE_VERSION), timestamp: z.iso.datetime() };

export const TillMessage = z.discriminatedUnion('type', [
  /** For the first time, or again after it was rejected or was with another point of sale: it waits to be accepted. */
  z.object({ ...head, type: z.literal('delivery.sent'), data: z.object({ delivery: Delivery }) }),
  /** The kitchen has it; `changes` names the parts that differ, lines as `line:<id>`. */
  z.object({
    ...head,
    type: z.literal('delivery.changed'),
    data: z.object({ delivery: Delivery, changes: z.array(z.string()) }),
  }),
  z.object({ ...head, type: z.literal('delivery.cancelled'), data: z.object({ delivery: Reference, reason: z.string() }) }),
  /** Another point of sale has it now. */
  z.object({ ...head, type: z.literal('delivery.withdrawn'), data: z.object({ delivery: Reference }) }),
  z.object({
    ...head,
    type: z.literal('till.test'),
    data: z.object({ pointOfSale: z.object({ id: z.uuid(), name: z.string() }) }),
  }),
]);
export type TillMessage = z.infer<typeof TillMessage>;
export type TillDelivery = z.infer<typeof Delivery>;
