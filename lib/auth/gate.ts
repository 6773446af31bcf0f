/** What the gate answers to work that it has no room for. */
export const NO_ROOM = Symbol('no room');

/**
 * Lets at most `width` pieces of work run at once; the others wait in order, and those that find `room` waiting already are
 * turned away. Hashing a password takes a core for a while: a burst of guesses must neither pass the throttle before the
 * first of them has been counted, nor keep a colleague waiting behind all of it.
 */
export function createGate(width: number, room: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async function through<Result>(work: () => Promise<Result>): Promise<Result | typeof NO_ROOM> {
    if (running < width) running += 1;
    else if (waiting.length < room) await new Promise<void>((resume) => waiting.push(resume));
    else return NO_ROOM;

    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
