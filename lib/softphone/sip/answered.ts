const ANSWER_TIMEOUT_MS = 8_000;

/** What a request came to: false when it cannot be sent, or nobody answers in time. */
export function answered(ask: (settle: (outcome: boolean) => void) => Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_TIMEOUT_MS);
    const settle = (outcome: boolean) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    ask(settle).catch(() => settle(false));
  });
}
