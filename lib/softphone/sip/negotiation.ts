import { answered } from './answered.ts';

/** A re-INVITE: `isHeld` puts the other end on hold, `hasNewWay` looks for another way for the sound (an ICE restart). */
export type Offer = { isHeld: boolean; hasNewWay: boolean };

/** What a re-INVITE came to. `collided`: the other end has one of its own under way, so that ours may be made in a moment (491). */
export type Renegotiated = 'accepted' | 'refused' | 'collided';

export type NegotiationWorld = {
  /** Settles when the re-INVITE is over, however long that takes: until then there can be no other. */
  send: (offer: Offer) => Promise<Renegotiated>;
  /** How long to give way after a collision. */
  giveWayMs: () => number;
  /** The other end is on hold now, or no longer. */
  onHeld: (isHeld: boolean) => void;
};

const MAX_COLLISIONS = 5;

export type Negotiation = ReturnType<typeof negotiate>;

/**
 * What is agreed about one call. A call has one re-INVITE at a time (RFC 3261, 14.1): what is wanted meanwhile is owed, and goes with
 * the next. So a hold and a new way for the sound never cross, and one that got lost is made good once it is over.
 */
export function negotiate({ send, giveWayMs, onHeld }: NegotiationWorld) {
  let wanted = false;
  let agreed = false;
  let owed: 'nothing' | 'way' | 'newWay' = 'nothing';
  let underWay: Offer | null = null;
  let isBusy = false;
  const waiting = new Map<(outcome: boolean) => void, boolean>();

  async function work() {
    if (isBusy) return;
    isBusy = true;
    for (let collisions = 0; owed !== 'nothing' || wanted !== agreed; ) {
      const offer = { isHeld: wanted, hasNewWay: owed === 'newWay' };
      const mine = owed;
      owed = 'nothing';
      underWay = offer;
      const outcome = await send(offer);
      underWay = null;

      if (outcome === 'collided' && collisions < MAX_COLLISIONS) {
        collisions += 1;
        owe(mine);
        await new Promise((resolve) => setTimeout(resolve, giveWayMs()));
      } else if (outcome === 'accepted') {
        collisions = 0;
        agree(offer.isHeld);
      } else {
        giveUp(offer);
      }
    }
    isBusy = false;
    settle(() => true);
  }

  function owe(way: typeof owed) {
    if (owed !== 'newWay' && way !== 'nothing') owed = way;
  }

  function agree(isHeld: boolean) {
    if (isHeld !== agreed) {
      agreed = isHeld;
      onHeld(isHeld);
    }
    settle((wish) => wish === agreed);
  }

  /** What was wanted only after this offer had left is still to be asked for. */
  function giveUp(offer: Offer) {
    if (offer.isHeld === agreed && wanted !== agreed) return;
    wanted = agreed;
    settle(() => true);
  }

  /** Those of whom it is known by now: their wish is what was agreed, or is none any more. */
  function settle(isKnown: (wish: boolean) => boolean) {
    for (const [answer, wish] of waiting) {
      if (!isKnown(wish)) continue;
      waiting.delete(answer);
      answer(wish === agreed);
    }
  }

  return {
    isHeld: () => agreed,
    isHoldWanted: () => wanted,

    /**
     * Whether the other end does as wished. Not where it refuses or does not answer in time: then the call is as it was, and is made so
     * again where the other end agrees too late. Nor where the opposite was wished meanwhile.
     */
    async hold(isHeld: boolean): Promise<boolean> {
      wanted = isHeld;
      if (wanted === agreed && (underWay?.isHeld ?? agreed) === agreed) return true;

      let mine: (outcome: boolean) => void = () => undefined;
      const isDone = await answered(async (answer) => {
        mine = answer;
        waiting.set(answer, isHeld);
        void work();
      });
      waiting.delete(mine);
      // Whoever asked for the same since then still waits for it.
      if (!isDone && ![...waiting.values()].includes(isHeld) && wanted === isHeld) wanted = agreed;
      return isDone;
    },

    /** Tells the other end where this one is now; `isNew` where the sound needs another way. */
    findWay(isNew: boolean): void {
      owe(isNew ? 'newWay' : 'way');
      void work();
    },
  };
}
