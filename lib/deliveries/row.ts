import type { Prisma } from '../db/generated/client.ts';
import { isCallable } from '../phone-number.ts';
import { samePhone } from './merge.ts';
import { DeliveryContentInput } from './schema.ts';
import type { DeliveryContent, DeliveryPhone, SavedDelivery } from './types.ts';

export const savedSelect = {
  id: true,
  number: true,
  version: true,
  status: true,
  updatedAt: true,
  totalMinor: true,
  sentContent: true,
  sentTotalMinor: true,
  sentToId: true,
  promisedAt: true,
  phoneRaw: true,
  phoneE164: true,
  phoneDisplay: true,
  customerId: true,
  customerName: true,
  fulfilment: true,
  street: true,
  flat: true,
  district: true,
  city: true,
  driverNote: true,
  comment: true,
  payment: true,
  discountKind: true,
  discountValue: true,
  discountReason: true,
  wantedAt: true,
  pointOfSaleId: true,
  lines: {
    select: { id: true, productId: true, name: true, priceMinor: true, quantity: true, note: true },
    orderBy: { position: 'asc' },
  },
  events: {
    select: { byId: true, by: { select: { name: true } } },
    where: { type: { in: ['created', 'changed'] } },
    orderBy: { id: 'desc' },
    take: 1,
  },
} satisfies Prisma.DeliverySelect;

export type SavedRow = Prisma.DeliveryGetPayload<{ select: typeof savedSelect }>;

export function toContent(row: SavedRow): DeliveryContent {
  return {
    phone: samePhone(row.phoneRaw, row.phoneDisplay) ? row.phoneDisplay : row.phoneRaw,
    customerId: row.customerId,
    customerName: row.customerName,
    fulfilment: row.fulfilment,
    street: row.street,
    flat: row.flat,
    district: row.district,
    city: row.city,
    driverNote: row.driverNote,
    comment: row.comment,
    payment: row.payment,
    discountKind: row.discountKind,
    discountValue: row.discountValue,
    discountReason: row.discountReason,
    wantedAt: row.wantedAt?.toISOString() ?? null,
    pointOfSaleId: row.pointOfSaleId,
    lines: row.lines,
  };
}

export function toSaved(row: SavedRow): SavedDelivery {
  const sent = DeliveryContentInput.safeParse(row.sentContent);
  const [last] = row.events;
  return {
    number: row.number,
    version: row.version,
    status: row.status,
    content: toContent(row),
    phone: {
      raw: row.phoneRaw,
      e164: row.phoneE164,
      display: row.phoneDisplay,
      isCallable: isCallable(row.phoneE164),
    },
    totalMinor: row.totalMinor,
    sentContent: sent.success ? sent.data : null,
    sentTotalMinor: row.sentTotalMinor,
    sentToId: row.sentToId,
    promisedAt: row.promisedAt?.toISOString() ?? null,
    lastChange: { byId: last?.byId ?? null, byName: last?.by?.name ?? null, at: row.updatedAt.toISOString() },
  };
}

/** The columns of a content, without its lines. */
export function toColumns({ lines: _, phone: __, wantedAt, ...plain }: DeliveryContent, phone: DeliveryPhone) {
  return {
    ...plain,
    wantedAt: wantedAt ? new Date(wantedAt) : null,
    phoneRaw: phone.raw,
    phoneE164: phone.e164,
    phoneDisplay: phone.display,
  };
}
