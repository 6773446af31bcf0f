import { WaitingAct } from '@/lib/board/queue';

/**
 * Steps that no server has answered yet, on this device: a reload takes none of them. Each under its own key, so that two
 * pages of one board keep theirs apart; apart for each user, so that nobody sends what another one pressed.
 */
export function keptActs(userId: string, pointOfSaleId: string) {
  const prefix = `offhook-board:${userId}:${pointOfSaleId}:`;
  const keyOf = ({ order }: Pick<WaitingAct, 'order'>) => prefix + order;

  return {
    keep(waiting: WaitingAct): void {
      attempt(() => localStorage.setItem(keyOf(waiting), JSON.stringify(waiting)));
    },
    drop(waiting: WaitingAct): void {
      attempt(() => localStorage.removeItem(keyOf(waiting)));
    },
    all(): WaitingAct[] {
      const keys = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
      return keys
        .map((key) => attempt(() => read(key)))
        .filter((waiting) => waiting !== null)
        .toSorted((one, other) => one.order - other.order);
    },
  };
}

export type KeptActs = ReturnType<typeof keptActs>;

function read(key: string): WaitingAct | null {
  const waiting = WaitingAct.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  return waiting.success ? waiting.data : null;
}

/** A full or forbidden storage costs the safety net, never the step. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
