import type { JobState } from './types.ts';

type RunnersJob = { attempts: number; maxAttempts: number; isLocked: boolean; lastError: string | null };

/** What the runner's row of a job says. It takes none that has had all its attempts. */
export function jobState({ attempts, maxAttempts, isLocked, lastError }: RunnersJob): JobState {
  if (isLocked) return 'running';
  if (attempts >= maxAttempts) return 'failed';
  return lastError === null ? 'waiting' : 'retrying';
}

const ERROR_CHARACTERS = 200;

/** Enough to know what is wrong. What follows the first line says where in the code; PostgreSQL quotes rows of customers below it, too. */
export function firstLine(error: string | null): string | null {
  const line = error?.split('\n', 1)[0]?.trim().slice(0, ERROR_CHARACTERS);
  return line || null;
}
