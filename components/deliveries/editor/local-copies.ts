import { KeptCopy } from '@/lib/deliveries/schema';
import { keptKey, keptKeys } from './kept-keys';

/**
 * Edits that no server has acknowledged yet, on this computer: a reload or a lost connection takes nothing.
 * Apart for each user, so that nobody sends what another one left on a shared computer.
 */
export function localCopies(userId: string) {
  const keyOf = (deliveryId: string) => keptKey(userId, deliveryId);

  return {
    keep(copy: KeptCopy): void {
      attempt(() => localStorage.setItem(keyOf(copy.deliveryId), JSON.stringify(copy)));
    },
    drop(deliveryId: string): void {
      attempt(() => localStorage.removeItem(keyOf(deliveryId)));
    },
    find(deliveryId: string): KeptCopy | null {
      return attempt(() => read(keyOf(deliveryId)));
    },
    all(): KeptCopy[] {
      return keptKeys(userId)
        .map((key) => attempt(() => read(key)))
        .filter((copy) => copy !== null);
    },
  };
}

export type LocalCopies = ReturnType<typeof localCopies>;

function read(key: string): KeptCopy | null {
  const copy = KeptCopy.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  return copy.success ? copy.data : null;
}

/** A full or forbidden storage costs the safety net, never the edit. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
