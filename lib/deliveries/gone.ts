import type { DeliveryStatus } from './status.ts';

/** On a board, where somebody may have read it. */
const ON_A_BOARD: readonly DeliveryStatus[] = ['sent', 'accepted', 'cooking', 'ready'];

/**
 * What a board has to be told when a delivery leaves it by the desk's doing, cancelled or sent elsewhere (S0.16a): kept until the
 * kitchen says it saw that. Nothing where no board had it.
 */
export function goneFrom({ sentToId, status }: { sentToId: string | null; status: DeliveryStatus }, goneAt: Date) {
  if (!sentToId || !ON_A_BOARD.includes(status)) return {};
  return { goneFromId: sentToId, goneFromStatus: status, goneAt };
}

/** The kitchen saw it, or has it again. */
export const goneNowhere = { goneFromId: null, goneFromStatus: null, goneAt: null };
