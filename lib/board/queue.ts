import { z } from 'zod';
import { ActOnDelivery } from '../deliveries/schema.ts';
import { nextStatus, statusBefore } from '../deliveries/states.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';
import { BOARD_STATUSES, type BoardCard, type BoardStatus } from './types.ts';

/** A step that was pressed on this device and that the server has not answered yet. */
export const WaitingAct = z.object({
  /** In the order they were pressed. */
  order: z.int().nonnegative(),
  /** By the server's clock. */
  pressedAt: z.iso.datetime(),
  /** Said where it turns out to be impossible, when the delivery may be gone. */
  number: z.int(),
  act: ActOnDelivery,
});
export type WaitingAct = z.infer<typeof WaitingAct>;

/** A card as the device shows it: with what was pressed, though nobody answered yet. */
export type ShownCard = BoardCard & {
  /** How many steps of it the server does not know yet. */
  unsent: number;
  /** It leaves the board with the next answer, and stays in sight until then. */
  leavesBy: 'reject' | 'handOver' | 'acknowledge' | null;
};

/**
 * The board with everything on it that was pressed here: `answered` is done but not on this board yet, `waiting` the server does
 * not know. Doing it twice shows the same, as the server takes it.
 */
export function withActs(
  cards: readonly BoardCard[],
  answered: readonly WaitingAct[],
  waiting: readonly WaitingAct[],
): ShownCard[] {
  return cards.map((card) => {
    const isOfCard = ({ act }: WaitingAct) => act.deliveryId === card.id;
    const unsent = waiting.filter(isOfCard);
    const start: ShownCard = { ...card, unsent: unsent.length, leavesBy: null };
    return [...answered.filter(isOfCard), ...unsent].reduce(after, start);
  });
}

/** The card after an act; as it was where the act is done already, or cannot be done from here: the server will say so. */
function after(card: ShownCard, { act, pressedAt }: WaitingAct): ShownCard {
  // Of one that is gone there is nothing to do but to have seen it.
  if (card.gone) return act.act === 'acknowledge' ? { ...card, leavesBy: 'acknowledge' } : card;

  switch (act.act) {
    case 'accept':
      if (act.revision < card.revision || nextStatus(act.act, card).kind !== 'step') return card;
      return { ...seen(moved(card, 'accepted', pressedAt)), promisedAt: act.promisedAt ?? card.wantedAt };
    case 'reject':
      return nextStatus(act.act, card).kind === 'step' ? { ...card, leavesBy: 'reject' } : card;
    case 'startCooking':
    case 'markReady':
    case 'handOver':
    case 'markDelivered': {
      const step = nextStatus(act.act, card);
      return step.kind === 'step' ? moved(card, step.to, pressedAt) : card;
    }
    case 'stepBack': {
      const before = act.from === card.status ? statusBefore(card) : null;
      return before ? moved(card, before, pressedAt) : card;
    }
    case 'acknowledge':
      return act.revision < card.revision ? card : seen(card);
    case 'reportProblem':
      return { ...card, problemReason: act.reason };
    case 'solveProblem':
      return { ...card, problemReason: null };
  }
}

function moved(card: ShownCard, to: DeliveryStatus, at: string): ShownCard {
  const status = BOARD_STATUSES.find((each) => each === to);
  if (!status) return { ...card, leavesBy: 'handOver' };
  return { ...card, status, since: at, promisedAt: status === 'sent' ? null : card.promisedAt };
}

/** Without its marks: the kitchen has looked. */
function seen(card: ShownCard): ShownCard {
  const lines = card.lines.filter((line) => line.mark?.kind !== 'removed').map((line) => ({ ...line, mark: null }));
  return { ...card, changes: null, lines };
}

/** What undoes a step that may have reached the server; null for one that has no way back. */
export function undoOf(card: BoardCard, act: ActOnDelivery): ActOnDelivery | null {
  const step = nextStatus(act.act, card);
  return step.kind === 'step' ? { act: 'stepBack', deliveryId: card.id, from: step.to } : null;
}

/** The one step forward that a column offers. */
export const NEXT_STEP = {
  sent: 'accept',
  accepted: 'startCooking',
  cooking: 'markReady',
  ready: 'handOver',
} as const satisfies Record<BoardStatus, ActOnDelivery['act']>;
