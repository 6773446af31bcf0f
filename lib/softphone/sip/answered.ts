/** How long the other end may take to answer a request that it answers by itself. */
const ANSWER_TIMEOUT_MS = 8_000;

/**
 * What a request came to: false when it cannot be sent, or nobody answers in time. `waitOn` gives more time from now, where the other
 * end said that it is on it.
 */
export function answered(
  ask: (settle: (outcome: boolean) => void, waitOn: (milliseconds: number) => void) => Promise<unknown>,
): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout>;
    const waitOn = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve(false), milliseconds);
    };
    const settle = (outcome: boolean) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    waitOn(ANSWER_TIMEOUT_MS);
    ask(settle, waitOn).catch(() => settle(false));
  });
}
