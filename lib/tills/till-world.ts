import { randomUUID } from 'node:crypto';
import { createPointOfSale, createProduct } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeSending } from '../deliveries/send.ts';
import { storeContent } from '../deliveries/store.ts';
import { buildLine } from '../deliveries/testing.ts';
import { TillMessage } from '../deliveries/till-message.ts';
import { type DeliveryContent, emptyContent } from '../deliveries/types.ts';
import type { Outcome } from '../outgoing/post-outside.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';
import { deliverMessages } from './deliver-messages.ts';

export const start = new Date('2026-11-22T15:00:00Z');
export const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
export const HOUR = 3_600;

/** Two points of sale with tills that share a secret, an operator and a dish, stored; and what one does with them all the time. */
export type TillWorld = {
  secret: string;
  mokotow: string;
  praga: string;
  olga: { userId: string; seesAllLines: false; country: string; timeZone: string; at: Date };
  product: { id: string; code: string };
  content: (overrides?: Partial<DeliveryContent>) => DeliveryContent;
  /** Saves and sends, as Olga does; answers with the contents that were sent. */
  send: (deliveryId: string, mine: DeliveryContent, base?: DeliveryContent | null) => Promise<DeliveryContent>;
  sendNew: (mine?: DeliveryContent) => Promise<{ id: string; content: DeliveryContent }>;
  /** To Mokotów. */
  deliver: (post: Till['post'], at?: Date) => Promise<Date | null>;
};

export async function createTillWorld(): Promise<TillWorld> {
  const secret = newWebhookSecret();
  const [mokotow, praga] = [(await createPointOfSale(db)).id, (await createPointOfSale(db)).id];
  for (const pointOfSaleId of [mokotow, praga]) {
    await db.pointOfSaleWebhook.create({ data: { pointOfSaleId, url: 'https://till.example/', sealedSecret: seal(secret) } });
  }
  const userId = (await createUser(db)).id;
  const olga: TillWorld['olga'] = { userId, seesAllLines: false, country: 'PL', timeZone: 'Europe/Warsaw', at: start };
  const product = await createProduct(db, { priceMinor: 2_900 });
  await db.organisation.upsert({
    where: { id: 1 },
    create: { id: 1, name: 'Offhook', timeZone: 'Europe/Warsaw', currency: 'PLN', language: 'en' },
    update: {},
  });

  const content: TillWorld['content'] = (overrides) => {
    const wantedAt = after(2 * HOUR).toISOString();
    const lines = [buildLine({ productId: product.id, quantity: 2 })];
    return { ...emptyContent, customerName: 'Zofia', street: 'Prosta 51', wantedAt, pointOfSaleId: mokotow, lines, ...overrides };
  };
  const send: TillWorld['send'] = async (deliveryId, mine, base = null) => {
    const stored = await storeContent({ deliveryId, base, mine }, olga);
    if (stored.kind !== 'saved') throw new Error(stored.kind);
    const sent = await storeSending({ deliveryId, version: stored.saved.version }, olga);
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    return sent.saved.content;
  };
  const sendNew: TillWorld['sendNew'] = async (mine = content()) => {
    const id = randomUUID();
    return { id, content: await send(id, mine) };
  };
  const deliver: TillWorld['deliver'] = (post, at = start) => deliverMessages(mokotow, { now: () => at, post, random: () => 0 });
  return { secret, mokotow, praga, olga, product, content, send, sendNew, deliver };
}

export async function messagesTo(pointOfSaleId: string): Promise<TillMessage[]> {
  const rows = await db.pointOfSaleMessage.findMany({ where: { pointOfSaleId }, orderBy: { position: 'asc' } });
  return rows.map(({ body }) => TillMessage.parse(JSON.parse(body)));
}

type Heard = { id: string; type: string; headers: Record<string, string>; body: string };
export type Till = {
  heard: Heard[];
  post: (message: { headers: Record<string, string>; body: string }) => Promise<Outcome>;
};

/** A till that answers as it is told, and keeps what it heard. */
export function till(answer: (position: number, heard: Heard) => Outcome = () => ({ status: 200, answer: 'ok' })): Till {
  const heard: Heard[] = [];
  const post: Till['post'] = async ({ headers, body }) => {
    const message = { id: headers['webhook-id'] ?? '', type: JSON.parse(body).type, headers, body };
    heard.push(message);
    return answer(heard.length - 1, message);
  };
  return { heard, post };
}

/** One that nobody reaches. */
export const away = () => till(() => ({ error: 'unreachable', isSent: false }));
