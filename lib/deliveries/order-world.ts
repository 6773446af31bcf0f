import { randomUUID } from 'node:crypto';
import { createPointOfSale, createProduct } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeContent } from './store.ts';
import { buildLine } from './testing.ts';
import { type Author, type DeliveryContent, emptyContent, type OrderLine, type SavedDelivery } from './types.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

/** Two operators, a dish and a point of sale, stored; and what one does with them all the time. */
export type OrderWorld = {
  olga: Author & { timeZone: string };
  oskar: Author & { timeZone: string };
  product: { id: string; name: string; priceMinor: number };
  pointOfSaleId: string;
  line: (quantity?: number) => OrderLine;
  /** A complete order of one dish, wanted two hours after Olga takes it. */
  content: (overrides?: Partial<DeliveryContent>) => DeliveryContent;
  /** Throws where the save is answered with anything else. */
  save: (id: string, base: DeliveryContent | null, mine: DeliveryContent, actor?: Author) => Promise<SavedDelivery>;
  newDraft: (mine?: DeliveryContent) => Promise<{ id: string; saved: SavedDelivery }>;
};

export async function createOrderWorld(): Promise<OrderWorld> {
  const everyone = { seesAllLines: false, country: 'PL', timeZone: 'Europe/Warsaw' };
  const olga = { ...everyone, userId: (await createUser(db, { name: 'Olga Operator' })).id, at: at('15:00:00') };
  const oskar = { ...everyone, userId: (await createUser(db, { name: 'Oskar Operator' })).id, at: at('15:04:00') };
  const product = await createProduct(db, { name: 'Pierogi ruskie', priceMinor: 2_900 });
  const { id: pointOfSaleId } = await createPointOfSale(db);

  const line = (quantity = 1) => buildLine({ productId: product.id, quantity });
  const wantedAt = at('17:00:00').toISOString();
  const order = { ...emptyContent, phone: '600100103', street: 'Prosta 51', wantedAt, pointOfSaleId };
  const content: OrderWorld['content'] = (overrides) => ({ ...order, lines: [line()], ...overrides });

  const save: OrderWorld['save'] = async (deliveryId, base, mine, actor = olga) => {
    const outcome = await storeContent({ deliveryId, base, mine }, actor);
    if (outcome.kind !== 'saved') throw new Error(`The save was answered with ${outcome.kind}.`);
    return outcome.saved;
  };
  const newDraft: OrderWorld['newDraft'] = async (mine = content()) => {
    const id = randomUUID();
    return { id, saved: await save(id, null, mine) };
  };
  return { olga, oskar, product, pointOfSaleId, line, content, save, newDraft };
}
