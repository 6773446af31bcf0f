import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { REFUSAL_MS, signInWithPassword } from './authenticate.ts';
import { hashPassword } from './password.ts';
import { userOfSession } from './session-queries.ts';

const PASSWORD = 'a password of the tests';
/** What nobody can tell apart over a network. */
const SAME_TIME_MS = 150;
const passwordHash = await hashPassword(PASSWORD);

/** An address that no other test failed from. */
function newClient() {
  return { address: `test-${randomUUID()}`, userAgent: 'Offhook tests' };
}

function createOperator(overrides: { disabledAt?: Date } = {}) {
  return createUser(db, { passwordHash, ...overrides });
}

async function fail(email: string, address: string, times: number): Promise<void> {
  const tries = Array.from({ length: times }, () => signInWithPassword({ email, password: 'wrong' }, { address, userAgent: '' }));
  expect(await Promise.all(tries)).toEqual(Array(times).fill(null));
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

// Only the date is ours to move: the refusal's own waiting is real.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date() }));
afterEach(() => void vi.useRealTimers());

function passSeconds(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1_000);
}

describe('signInWithPassword', () => {
  test('opens a new session at every sign-in', async () => {
    const user = await createOperator();
    const client = newClient();
    const first = await signInWithPassword({ email: user.email, password: PASSWORD }, client);
    const second = await signInWithPassword({ email: ` ${user.email.toUpperCase()} `, password: PASSWORD }, client);

    expect(first).not.toBe(second);
    expect(await userOfSession(first ?? '')).toMatchObject({ id: user.id, sessionId: first });
    expect(await userOfSession(second ?? '')).toMatchObject({ id: user.id, sessionId: second });
  });

  test.each([
    ['no fields', {}],
    ['an empty password', { email: 'olga@offhook.test', password: '' }],
    ['a password of a megabyte', { email: 'olga@offhook.test', password: 'x'.repeat(1_000_000) }],
    ['an object for a password', { email: 'olga@offhook.test', password: { $ne: '' } }],
    ['nothing', undefined],
  ])('%s is a refusal like any other', async (_, raw) => {
    expect(await signInWithPassword(raw, newClient())).toBeNull();
  });

  test('[R38] wrong password, unknown e-mail, disabled user and throttled try: one answer in one time', async () => {
    const [user, disabled, guessed] = await Promise.all([
      createOperator(),
      createOperator({ disabledAt: new Date() }),
      createOperator(),
    ]);
    const guesser = newClient();
    await fail(guessed.email, guesser.address, 8);

    const kinds = [
      [{ email: user.email, password: 'wrong' }, newClient],
      [{ email: 'nobody@offhook.test', password: PASSWORD }, newClient],
      [{ email: disabled.email, password: PASSWORD }, newClient],
      [{ email: guessed.email, password: PASSWORD }, () => guesser],
    ] as const;

    // A busy machine only ever adds time: the quickest of a few tries is what an answer takes.
    const quickest = kinds.map(() => Number.POSITIVE_INFINITY);
    const spread = () => Math.max(...quickest) - Math.min(...quickest);
    for (let tries = 0; tries < 6 && !(spread() < SAME_TIME_MS); tries += 1) {
      for (const [index, [credentials, clientOf]] of kinds.entries()) {
        const time = await millisecondsOf(async () => expect(await signInWithPassword(credentials, clientOf())).toBeNull());
        quickest[index] = Math.min(quickest[index] ?? time, time);
      }
    }

    expect(Math.min(...quickest)).toBeGreaterThan(REFUSAL_MS - 10);
    expect(spread()).toBeLessThan(SAME_TIME_MS);
  });

  test('[R38] a thousand tries at one account: only the first few look at the password, and the owner gets in', async () => {
    const user = await createOperator();
    const guesser = newClient();
    await fail(user.email, guesser.address, 1_000);

    expect(await db.signInFailure.count({ where: { address: guesser.address } })).toBeLessThan(10);
    expect(await signInWithPassword({ email: user.email, password: PASSWORD }, guesser)).toBeNull();
    expect(await signInWithPassword({ email: user.email, password: PASSWORD }, newClient())).not.toBeNull();

    passSeconds(31);
    expect(await signInWithPassword({ email: user.email, password: PASSWORD }, guesser)).not.toBeNull();
  });

  test('[R38] one try at each of a hundred accounts from one address is noticed', async () => {
    const guesser = newClient();
    await Promise.all(Array.from({ length: 100 }, () => fail(`${randomUUID()}@offhook.test`, guesser.address, 1)));

    expect(await db.signInFailure.count({ where: { address: guesser.address } })).toBeLessThan(25);
  });

  test('fifty sign-ins from one address at once are no failures', async () => {
    const user = await createOperator();
    const office = newClient();
    const sessions = await Promise.all(
      Array.from({ length: 50 }, () => signInWithPassword({ email: user.email, password: PASSWORD }, office)),
    );
    expect(new Set(sessions).size).toBe(50);
    expect(sessions).not.toContain(null);
  });

  test('[R38] of two hundred at once most are refused as ever and unlooked at, and the next one gets in', async () => {
    const user = await createOperator();
    const office = newClient();
    const tries = Array.from({ length: 200 }, () => signInWithPassword({ email: user.email, password: PASSWORD }, office));

    const refusal = await millisecondsOf(async () => expect(await tries.at(-1)).toBeNull());
    expect(refusal).toBeGreaterThan(REFUSAL_MS - 10);
    expect((await Promise.all(tries)).filter((sessionId) => sessionId !== null)).toHaveLength(52);
    expect(await signInWithPassword({ email: user.email, password: PASSWORD }, office)).not.toBeNull();
  });

  test('a success forgives the failures of this account from this address', async () => {
    const user = await createOperator();
    const client = newClient();
    await fail(user.email, client.address, 4);
    await signInWithPassword({ email: user.email, password: PASSWORD }, client);

    expect(await db.signInFailure.count({ where: { address: client.address } })).toBe(0);
  });

  test('failures older than the throttle looks back are gone', async () => {
    const client = newClient();
    await fail('old@offhook.test', client.address, 1);
    passSeconds(16 * 60);
    await fail('new@offhook.test', client.address, 1);

    expect(await db.signInFailure.count({ where: { address: client.address } })).toBe(1);
  });

  test('the audit names who signed in, and masks the e-mail of who did not', async () => {
    const user = await createOperator();
    const client = newClient();
    await fail(user.email, client.address, 1);
    const sessionId = await signInWithPassword({ email: user.email, password: PASSWORD }, client);

    const entries = await db.auditEntry.findMany({
      where: { details: { path: ['address'], equals: client.address } },
      select: { action: true, userId: true, subjectId: true, details: true },
      orderBy: { id: 'asc' },
    });
    expect(entries).toEqual([
      {
        action: 'session.refused',
        userId: null,
        subjectId: null,
        details: { email: 'u•••@offhook.test', address: client.address },
      },
      { action: 'session.started', userId: user.id, subjectId: sessionId, details: { address: client.address } },
    ]);
  });
});
