import { WaitingAct } from '@/lib/board/queue';

/**
 * Steps that no server has answered yet, on this device: a reload takes none of them. Each under its own key, so that two
 * pages of one board keep theirs apart; apart for each user, so that nobody sends what another one pressed.
 */
export function keptActs(userId: string, pointOfSaleId: string) {
  const prefix = `offhook-board:${userId}:${pointOfSaleId}:`;
  // What this page has seen in the storage: only that can be gone from it.
  const seen = new Set<number>();
  const keyOf = ({ order }: Pick<WaitingAct, 'order'>) => prefix + order;

  return {
    keep(waiting: WaitingAct): void {
      attempt(() => {
        localStorage.setItem(keyOf(waiting), JSON.stringify(waiting));
        seen.add(waiting.order);
      });
    },
    drop(waiting: WaitingAct): void {
      attempt(() => localStorage.removeItem(keyOf(waiting)));
    },
    all(): WaitingAct[] {
      const keys = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
      const all = keys.map((key) => attempt(() => read(key))).filter((waiting) => waiting !== null);
      for (const { order } of all) seen.add(order);
      return all.toSorted((one, other) => one.order - other.order);
    },
    /** Whether another page of this board has had the answer, or took it back. */
    isGone(waiting: WaitingAct): boolean {
      return seen.has(waiting.order) && (attempt(() => localStorage.getItem(keyOf(waiting)) === null) ?? false);
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
