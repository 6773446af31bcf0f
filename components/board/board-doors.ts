import { type ActionResult, isActionResult } from '@/lib/action-result';
import type { Board } from '@/lib/board/types';
import type { ActOnDelivery } from '@/lib/deliveries/schema';

/** Longer than any answer takes; what hangs on a dead connection is asked again. */
const PATIENCE_MS = 8_000;

/** What the server says to a board. Null where nobody answered: offline, or what answered was not the server. */
export type BoardDoors = {
  read: () => Promise<ActionResult<Board> | null>;
  send: (act: ActOnDelivery) => Promise<ActionResult<unknown> | null>;
};

export function boardDoors(pointOfSaleId: string): BoardDoors {
  const door = `/api/pos/${pointOfSaleId}`;
  return {
    read: () => ask<Board>(`${door}/board`, {}),
    send: (act) =>
      ask(`${door}/acts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(act) }),
  };
}

async function ask<Data>(address: string, request: RequestInit): Promise<ActionResult<Data> | null> {
  try {
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer: unknown = await response.json();
    return isActionResult<Data>(answer) ? answer : null;
  } catch {
    return null;
  }
}
