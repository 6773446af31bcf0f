/**
 * Lets at most `width` pieces of work run at once; the others wait in order. Hashing a password takes a core for a
 * while, and a burst of guesses must not pass the throttle before the first of them has been counted.
 */
export function createGate(width: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async function through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= width) await new Promise<void>((resume) => waiting.push(resume));
    else running += 1;

    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
