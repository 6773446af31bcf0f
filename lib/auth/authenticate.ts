import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { now } from '../clock.ts';
import { db } from '../db/client.ts';
import { log } from '../log.ts';
import { createGate } from './gate.ts';
import { isPassword } from './password.ts';
import type { Client } from './request-facts.ts';
import { startSession } from './sessions.ts';
import { forgiveFailures, recordFailure, tallyFailures } from './sign-in-failures.ts';
import { isThrottled } from './throttle.ts';

const Credentials = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(1_024),
});
type Credentials = z.infer<typeof Credentials>;

/** Longer than any check takes on an ordinary machine, so that every refusal takes the same time (R38). */
export const REFUSAL_MS = 500;
const CHECKS_AT_ONCE = 2;
/** About two seconds of checks: whoever comes behind all of them would have given up by then. */
const CHECKS_WAITING = 50;

const checkGate = createGate(CHECKS_AT_ONCE, CHECKS_WAITING);

async function check({ email, password }: Credentials, address: string): Promise<string | null> {
  const attempt = { email, address };
  if (isThrottled(await tallyFailures(attempt, now()), now())) return null;

  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, disabledAt: true } });
  const matches = await isPassword(password, user?.passwordHash ?? null);
  if (user && matches && !user.disabledAt) {
    await forgiveFailures(attempt);
    return user.id;
  }

  await recordFailure(attempt, now());
  return null;
}

/**
 * Opens a session for a correct e-mail and password, and returns its id. A wrong password, an unknown e-mail, a disabled
 * user, a throttled try and one that there is no room for are one and the same null after one and the same time.
 */
export async function signInWithPassword(raw: unknown, client: Client): Promise<string | null> {
  const refusalTime = wait(REFUSAL_MS);
  const credentials = Credentials.safeParse(raw).data;
  const userId = credentials ? await checkGate(() => check(credentials, client.address)) : null;
  if (typeof userId === 'string') return startSession(userId, client);

  await refusalTime;
  log.info({ address: client.address }, 'A sign-in was refused.');
  return null;
}
