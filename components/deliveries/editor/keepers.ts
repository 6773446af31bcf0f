import type { DraftKeeper } from './draft-keeper';

type Keeper = Pick<DraftKeeper, 'id' | 'flush' | 'discard'>;

/** The keepers of a tab, one a delivery: one that still tries to save goes on where its page is opened again. */
export function createKeepers<Kept extends Keeper>() {
  const alive = new Map<string, Kept>();
  const onScreen = new Set<Kept>();

  return {
    of: (deliveryId: string) => alive.get(deliveryId),
    keep: (keeper: Kept) => void alive.set(keeper.id(), keeper),
    appear: (keeper: Kept) => void onScreen.add(keeper),
    /** Leaving saves; a keeper with nothing left to save is forgotten, unless its page was opened again meanwhile. */
    async leave(keeper: Kept): Promise<void> {
      onScreen.delete(keeper);
      const isSafe = await keeper.flush();
      const isKept = alive.get(keeper.id()) === keeper;
      if (isSafe && isKept && !onScreen.has(keeper)) alive.delete(keeper.id());
    },
    /** Stops a keeper that would put back what the operator discarded. */
    discard: (deliveryId: string) => alive.get(deliveryId)?.discard(),
  };
}

export const keepers = createKeepers<DraftKeeper>();
