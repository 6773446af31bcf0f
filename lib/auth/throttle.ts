/** Failures within THROTTLE_WINDOW_MINUTES, and when the last one was. */
export type Tally = { failures: number; lastAt: Date | null };
export type Tallies = {
  /** This account from this address. */
  pair: Tally;
  /** This account from anywhere. */
  account: Tally;
  /** Any account from this address. */
  address: Tally;
};

export const THROTTLE_WINDOW_MINUTES = 15;

/** Failures that cost no wait. From anywhere more are free, so that a stranger's guessing does not stop the owner at once. */
const FREE_FAILURES = { pair: 5, account: 50, address: 20 } as const;
const FIRST_WAIT_SECONDS = 1;
// Bounded, and refused tries are not counted: whoever is locked out gets another try within this time.
const LONGEST_WAIT_SECONDS = 30;

/** How long the next try has to wait after the last failure: none, then 1 s doubling with each failure up to 30 s. */
export function waitSeconds(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - free), LONGEST_WAIT_SECONDS);
}

/** Whether a try at `now` is refused without looking at the password (R38). Only failures count, never successes. */
export function isThrottled(tallies: Tallies, now: Date): boolean {
  return (['pair', 'account', 'address'] as const).some((kind) => {
    const { failures, lastAt } = tallies[kind];
    if (!lastAt) return false;
    return now.getTime() < lastAt.getTime() + waitSeconds(failures, FREE_FAILURES[kind]) * 1_000;
  });
}
