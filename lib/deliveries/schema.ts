import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import type { ConflictKey } from './editing.ts';
import { isWithinYears, MAX_CHARACTERS, MAX_LINES, MAX_NAME_CHARACTERS, MAX_QUANTITY, MAX_TOTAL_MINOR } from './limits.ts';
import { DELIVERY_STATUSES } from './status.ts';
import { DISCOUNT_KINDS, PAYMENTS } from './types.ts';

function text(characters: number) {
  return z.string().max(characters, 'tooLong').transform(plainText);
}

const OrderLine = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  /** Shown while the line is new; the server takes name and price from its own price list. */
  name: text(MAX_NAME_CHARACTERS),
  priceMinor: z.int().nonnegative(),
  quantity: z.int('quantityInvalid').min(1, 'quantityInvalid').max(MAX_QUANTITY, 'quantityTooLarge'),
  note: text(MAX_CHARACTERS.lineNote),
});

export const DeliveryContentInput = z
  .object({
    phone: text(MAX_CHARACTERS.phone),
    customerId: z.uuid().nullable(),
    customerName: text(MAX_CHARACTERS.customerName),
    fulfilment: z.enum(['delivery', 'pick_up']),
    street: text(MAX_CHARACTERS.street),
    flat: text(MAX_CHARACTERS.flat),
    district: text(MAX_CHARACTERS.district),
    city: text(MAX_CHARACTERS.city),
    driverNote: text(MAX_CHARACTERS.driverNote),
    comment: text(MAX_CHARACTERS.comment),
    // Contents that were stored before these were asked for have none of them.
    payment: z.enum(PAYMENTS).default('cash'),
    discountKind: z.enum(DISCOUNT_KINDS).default('none'),
    discountValue: z.int('discountInvalid').nonnegative('discountInvalid').max(MAX_TOTAL_MINOR, 'discountInvalid').default(0),
    discountReason: text(MAX_CHARACTERS.discountReason).default(''),
    wantedAt: z.iso
      .datetime({ offset: true, error: 'timeInvalid' })
      .refine(isWithinYears, 'timeInvalid')
      .transform((written) => new Date(written).toISOString())
      .nullable(),
    pointOfSaleId: z.uuid().nullable(),
    lines: z
      .array(OrderLine)
      .max(MAX_LINES, 'tooManyLines')
      .refine((lines) => new Set(lines.map((line) => line.id)).size === lines.length, 'lineTwice'),
  })
  .refine(({ discountKind, discountValue }) => discountKind !== 'percent' || discountValue <= 100, {
    path: ['discountValue'],
    error: 'discountInvalid',
  });

export const SaveDelivery = z.object({
  /** Made by the browser, so that a repeated first save is the same draft. */
  deliveryId: z.uuid(),
  /** What the browser started from; null where it knows of no row yet. */
  base: DeliveryContentInput.nullable(),
  mine: DeliveryContentInput,
  callId: z.uuid().nullish(),
});
export type SaveDelivery = z.infer<typeof SaveDelivery>;

export const SendDelivery = z.object({ deliveryId: z.uuid(), version: z.int().positive() });
export type SendDelivery = z.infer<typeof SendDelivery>;

export const CancelDelivery = z.object({ deliveryId: z.uuid(), reason: text(MAX_CHARACTERS.reason).default('') });
export type CancelDelivery = z.infer<typeof CancelDelivery>;

const deliveryId = z.uuid();
const reason = text(MAX_CHARACTERS.reason).refine((written) => written.trim() !== '', 'reasonMissing');
/** The sending that the point of sale saw: what was changed since is not accepted unseen. */
const revision = z.int().positive();

/** An act upon a delivery that was sent, as it travels from a desk, a board or a till. */
export const ActOnDelivery = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), deliveryId, revision, promisedAt: z.iso.datetime({ offset: true }).optional() }),
  z.object({ act: z.literal('reject'), deliveryId, revision, reason }),
  z.object({ act: z.literal('acknowledge'), deliveryId, revision }),
  z.object({ act: z.literal('startCooking'), deliveryId }),
  z.object({ act: z.literal('markReady'), deliveryId }),
  z.object({ act: z.literal('handOver'), deliveryId }),
  z.object({ act: z.literal('markDelivered'), deliveryId }),
  /** `from`: the status one wants to leave, so that a press that is repeated steps back once. */
  z.object({ act: z.literal('stepBack'), deliveryId, from: z.enum(DELIVERY_STATUSES) }),
  z.object({ act: z.literal('reportProblem'), deliveryId, reason }),
  z.object({ act: z.literal('solveProblem'), deliveryId }),
]);
export type ActOnDelivery = z.infer<typeof ActOnDelivery>;

export const AssignDriver = z.object({ deliveryId, driverId: z.uuid().nullable() });
export type AssignDriver = z.infer<typeof AssignDriver>;

export const DeliveryId = z.uuid();

/** `?phone=&customer=&call=`. What is not readable is left out: a bad link still opens an empty delivery. */
export const NewDeliveryParams = z.object({
  phone: text(MAX_CHARACTERS.phone).optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
  call: z.uuid().optional().catch(undefined),
});

const KeyOfConflict = z.custom<ConflictKey>((key) => typeof key === 'string' && key.length > 0 && key.length < 100);

/** An unsaved edit as a browser keeps it. */
export const KeptCopy = z.object({
  deliveryId: z.uuid(),
  callId: z.uuid().nullable(),
  /** The page it was made on: a delivery without a row has no other address. */
  path: z.string(),
  edit: z.object({
    base: DeliveryContentInput.nullable(),
    start: DeliveryContentInput,
    mine: DeliveryContentInput,
    sending: z.object({ base: DeliveryContentInput.nullable(), mine: DeliveryContentInput }).nullable(),
    conflicts: z.array(
      z.object({
        key: KeyOfConflict,
        by: z.object({ byId: z.string().nullable(), byName: z.string().nullable(), at: z.string() }),
      }),
    ),
  }),
});
export type KeptCopy = z.infer<typeof KeptCopy>;
