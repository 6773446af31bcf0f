import { beforeEach, expect, test } from 'vitest';
import { createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeCancelling } from '../deliveries/cancel.ts';
import { createOrderWorld, type OrderWorld } from '../deliveries/order-world.ts';
import { performAct } from '../deliveries/perform-act.ts';
import { storeSending } from '../deliveries/send.ts';
import { readBoard } from './queries.ts';

let world: OrderWorld;
let userId: string;

beforeEach(async () => {
  world = await createOrderWorld();
  userId = (await createUser(db, { role: 'venue', pointOfSaleId: world.pointOfSaleId })).id;
});

async function cooking() {
  const { id, saved } = await world.newDraft();
  await storeSending({ deliveryId: id, version: saved.version }, world.olga);
  const { version } = await db.delivery.update({ where: { id }, data: { status: 'cooking' }, select: { version: true } });
  return { id, saved, version };
}

const cardsOf = async (pointOfSaleId: string, at = world.olga.at) => (await readBoard(pointOfSaleId, at))?.cards ?? [];
const see = (deliveryId: string, pointOfSaleId: string) =>
  performAct({ act: 'acknowledge', deliveryId, revision: 1 }, { side: 'board', userId, at: world.olga.at, pointOfSaleId });

test('[S0.16a] one that the desk cancels stays in sight with the reason, where it was, until the kitchen has seen that', async () => {
  const { id } = await cooking();
  await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga);

  expect(await cardsOf(world.pointOfSaleId)).toMatchObject([
    { id, status: 'cooking', gone: { kind: 'cancelled', reason: 'Customer called off' } },
  ]);
  expect(await see(id, world.pointOfSaleId)).toMatchObject({ kind: 'done', status: 'cancelled' });
  expect(await cardsOf(world.pointOfSaleId)).toEqual([]);
});

test('[S0.16a] one that is sent elsewhere says where, on the board that lost it only, until it is seen or comes back', async () => {
  const { id, saved } = await cooking();
  const other = await createPointOfSale(db, { name: 'Wilanów' });
  const moved = await world.save(id, saved.content, { ...saved.content, pointOfSaleId: other.id });
  await storeSending({ deliveryId: id, version: moved.version }, world.olga);

  expect(await cardsOf(world.pointOfSaleId)).toMatchObject([{ id, status: 'cooking', gone: { kind: 'moved', to: 'Wilanów' } }]);
  expect(await cardsOf(other.id)).toMatchObject([{ id, status: 'sent', gone: null }]);

  const back = await world.save(id, moved.content, { ...moved.content, pointOfSaleId: world.pointOfSaleId });
  await storeSending({ deliveryId: id, version: back.version + 1 }, world.olga);
  await see(id, world.pointOfSaleId);
  const here = (await cardsOf(world.pointOfSaleId)).filter((card) => card.gone);
  expect(here).toEqual([]);
});

test('one that nobody looked at goes with the shift, and a rejected one was given back by the kitchen itself', async () => {
  const { id } = await cooking();
  await storeCancelling({ deliveryId: id, reason: 'Customer called off' }, world.olga);
  const tomorrow = new Date(world.olga.at.getTime() + 13 * 3_600_000);
  expect(await cardsOf(world.pointOfSaleId, tomorrow)).toEqual([]);

  const { id: rejected } = await cooking();
  await db.delivery.update({ where: { id: rejected }, data: { status: 'rejected' } });
  await storeCancelling({ deliveryId: rejected, reason: 'Nobody cooks it' }, world.olga);
  expect((await cardsOf(world.pointOfSaleId)).map((card) => card.id)).toEqual([id]);
});
