import type { Prisma } from '../../lib/db/generated/client.ts';
import type { DeliveryStatus } from '../../lib/db/generated/enums.ts';
import type { DeliveryContent, OrderLine } from '../../lib/deliveries/types.ts';
import { displayNumber } from '../../lib/phone-number.ts';
import { buildDelivery, buildDeliveryLine, totalsOf } from '../factories/deliveries.ts';
import type { Catalogue } from './catalogue.ts';
import type { SeededCustomer, SeededDriver } from './customers.ts';
import { COMMENTS } from './names.ts';
import type { Random } from './random.ts';
import type { Staff } from './staff.ts';
import { startOf, timelineOf } from './timeline.ts';

const NOWHERE = { street: '', flat: '', district: '', city: '', driverNote: '' };
const MEALS = ['Pizza', 'Pierogi', 'Dania główne'];

export type PlannedDelivery = {
  customer: SeededCustomer;
  status: DeliveryStatus;
  wantedAt: Date;
  driver: SeededDriver | null;
  isPickUp?: boolean;
  /** Otherwise as long before it is wanted as people usually call. */
  createdAt?: Date;
  problemReason?: string;
};

type World = { catalogue: Catalogue; staff: Staff; now: Date };

/** Stores planned deliveries with lines, totals and a timeline that fit their status. Numbers follow the time of their first edit. */
export async function storeDeliveries(
  db: Prisma.TransactionClient,
  random: Random,
  planned: PlannedDelivery[],
  world: World,
): Promise<void> {
  const made = planned.map((plan) => make(random, plan, world));
  made.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());

  await db.delivery.createMany({ data: made.map((each) => each.delivery) });
  await db.deliveryLine.createMany({ data: made.flatMap((each) => each.lines) });
  await db.deliveryEvent.createMany({ data: made.flatMap((each) => each.events) });
}

function make(random: Random, plan: PlannedDelivery, { catalogue, staff, now }: World) {
  const id = random.uuid();
  const responsible = random.pick(staff.takers);
  const createdAt = plan.createdAt ?? startOf(plan.status, plan.wantedAt, now);
  const order = pickProducts(random, catalogue);
  const totals = totalsOf(order);
  const { status, isPickUp = false } = plan;
  const told = { id, status, isPickUp, createdAt, responsibleId: responsible.id, totalMinor: totals.totalMinor };
  const events = timelineOf(random, told);
  const sentAt = events.find((event) => event.type === 'sent')?.at ?? null;

  const lines = order.map((line, position) => buildDeliveryLine({ ...line, id: random.uuid(), deliveryId: id, position }));
  const { phone, ...content } = contentOf(random, plan, catalogue);

  const delivery = buildDelivery({
    id,
    ...content,
    status: plan.status,
    phoneE164: phone,
    problemReason: plan.problemReason ?? null,
    driverId: plan.driver?.id ?? null,
    responsibleId: responsible.id,
    ...totals,
    ...(sentAt
      ? sendingOf(plan.status, { ...content, phone: displayNumber(phone, 'PL'), lines: lines.map(orderLine) }, totals.totalMinor)
      : {}),
    updatedAt: events.at(-1)?.at ?? now,
    createdAt,
    sentAt,
  });
  return { createdAt, delivery, lines, events };
}

/** On the board of its point of sale, which has seen it unless it waits there. */
function sendingOf(status: DeliveryStatus, sentContent: DeliveryContent, sentTotalMinor: number) {
  const isSeen = status !== 'sent' && status !== 'rejected';
  return {
    sentContent,
    sentTotalMinor,
    sentToId: sentContent.pointOfSaleId,
    sentRevision: 1,
    ...(isSeen && { seenRevision: 1, seenContent: sentContent, promisedAt: sentContent.wantedAt }),
  };
}

function contentOf(
  random: Random,
  { customer, isPickUp, wantedAt }: PlannedDelivery,
  catalogue: Catalogue,
): Omit<DeliveryContent, 'lines'> {
  const { street, flat, district, city, driverNote } = isPickUp ? NOWHERE : customer.address;
  return {
    street,
    flat,
    district,
    city,
    driverNote,
    phone: customer.numbers[0] ?? '',
    customerId: customer.id,
    customerName: customer.name,
    fulfilment: isPickUp ? 'pick_up' : 'delivery',
    comment: random.chance(0.2) ? random.pick(COMMENTS) : '',
    payment: random.pick(['cash', 'card', 'card', 'online']),
    discountKind: 'none',
    discountValue: 0,
    discountReason: '',
    wantedAt: wantedAt.toISOString(),
    pointOfSaleId: placeFor(random, customer, catalogue).id,
  };
}

function orderLine({ id, productId, name, priceMinor, quantity, note }: ReturnType<typeof buildDeliveryLine>): OrderLine {
  return { id, productId, name, priceMinor, quantity, note };
}

function pickProducts(random: Random, { products }: Catalogue) {
  const offered = products.filter((product) => product.isAvailable);
  const meals = offered.filter((product) => MEALS.includes(product.category));
  const besides = Array.from({ length: random.int(0, 3) }, () => random.pick(offered));
  const chosen = new Set([random.pick(meals), ...besides]);
  return [...chosen].map((product) => ({ product, quantity: random.chance(0.3) ? random.int(2, 3) : 1 }));
}

/** The point of sale of the customer's district; elsewhere any. */
function placeFor(random: Random, { address }: SeededCustomer, { pointsOfSale }: Catalogue) {
  return pointsOfSale.find((place) => place.name === address.district) ?? random.pick(pointsOfSale);
}
