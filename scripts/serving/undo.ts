const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Undo = {
  /** To be undone before what was there earlier. */
  push: (step: () => void | Promise<void>) => void;
  run: () => Promise<void>;
  hasBegun: () => boolean;
};

/**
 * What a command has set up and must take down again, last first, however it ends.
 * Ctrl-C takes it down at any moment and ends the process with `status`.
 */
export function undoOnSignal(status = 0): Undo {
  const steps: (() => void | Promise<void>)[] = [];
  let running: Promise<void> | null = null;

  async function takeDown(): Promise<void> {
    for (const step of steps.splice(0).reverse()) await step();
  }
  function run(): Promise<void> {
    running ??= takeDown();
    return running;
  }

  for (const name of SIGNALS) process.on(name, () => void run().finally(() => process.exit(status)));
  return { push: (step) => void steps.push(step), run, hasBegun: () => running !== null };
}
