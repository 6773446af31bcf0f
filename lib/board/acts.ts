import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { now } from '../clock.ts';
import { performAct } from '../deliveries/perform-act.ts';
import { ActOnDelivery } from '../deliveries/schema.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';
import { findBoard } from '../points-of-sale/queries.ts';
import { PointOfSaleId } from '../points-of-sale/types.ts';
import { publish } from '../realtime/publish.ts';
import { readBoard } from './queries.ts';
import type { Board } from './types.ts';

export type BoardUser = Pick<SignedInUser, 'id' | 'role' | 'grants'>;
export type BoardActAnswer = ActionResult<{ status: DeliveryStatus }>;

/** The board for whoever asks; a venue reads its own and finds no other (R34). */
export async function openBoard(user: BoardUser | null, rawId: unknown): Promise<ActionResult<Board>> {
  if (!user) return refused('signedOut');
  const id = await ownBoard(user, rawId);
  const board = id && (await readBoard(id, now()));
  return board ? doneWith(board) : refused('notFound');
}

/** Does what a board asked for, at most once: a device that was offline may say everything again. */
export async function actOnBoard(user: BoardUser | null, rawId: unknown, raw: unknown): Promise<BoardActAnswer> {
  if (!user) return refused('signedOut');
  const input = ActOnDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);

  const pointOfSaleId = await ownBoard(user, rawId);
  if (!pointOfSaleId) return refused('notFound');

  const outcome = await performAct(input.data, { side: 'board', userId: user.id, at: now(), pointOfSaleId });
  if (outcome.kind === 'impossible') return refused('impossible', { status: outcome.status });
  if (outcome.kind !== 'done') return refused(outcome.kind);

  const { deliveryId } = input.data;
  if (outcome.hearers.length > 0) {
    publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.version, byId: user.id });
  }
  return doneWith({ status: outcome.status });
}

/** The id of a board that this user works at; null where it is not there for them. */
export async function ownBoard(user: BoardUser, rawId: unknown): Promise<string | null> {
  const id = PointOfSaleId.safeParse(rawId);
  if (!id.success || !may(user, 'point-of-sale:work')) return null;
  return (await findBoard(user, id.data))?.id ?? null;
}
