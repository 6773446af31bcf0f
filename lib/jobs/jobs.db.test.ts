import { randomUUID } from 'node:crypto';
import { Logger, makeWorkerUtils, runOnce, type WorkerUtils } from 'graphile-worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { db, pool } from '../db/client.ts';
import { env } from '../env.ts';
import { retryMail } from '../mail/retry.ts';
import { retrySms } from '../sms/retry.ts';
import { after, createSmsWorld, type SmsWorld, taken } from '../sms/sms-world.ts';
import { listGivenUp, listJobs, retryJob } from './queries.ts';

let utils: WorkerUtils;
const runner = { connectionString: env.databaseUrl, logger: new Logger(() => () => undefined) };

test('before the runner has ever started nothing waits', async () => {
  expect(await listJobs()).toEqual({ rows: [], hasMore: false });
  expect(await retryJob('1')).toBe(false);
});

describe('jobs', () => {
  beforeAll(async () => {
    utils = await makeWorkerUtils(runner);
    await utils.migrate();
  });
  afterAll(() => utils.release());
  beforeEach(() => pool().query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs'));

  const failing = {
    sendSms: async () => {
      throw new Error('The provider’s door is shut\nand the row is (Ewa, +48600100103)');
    },
  };

  test('an admin sees what waits, what is tried again, and what was given up with its error, which runs anew when asked', async () => {
    await utils.addJob('sweepFiles', {}, { runAt: after(3600) });
    const { id } = await utils.addJob('sendSms', {}, { maxAttempts: 1 });
    await utils.addJob('sendSms', { again: true }, { maxAttempts: 5 });
    await runOnce({ ...runner, taskList: failing });

    const { rows } = await listJobs();
    expect(rows).toMatchObject([
      { id, kind: 'sendSms', state: 'failed', attempts: 1, maxAttempts: 1, lastError: 'The provider’s door is shut' },
      { kind: 'sendSms', state: 'retrying', attempts: 1, maxAttempts: 5 },
      { kind: 'sweepFiles', state: 'waiting', lastError: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Ewa');

    expect(await retryJob(id)).toBe(true);
    const sendSms = vi.fn();
    await runOnce({ ...runner, taskList: { sendSms } });
    expect(sendSms).toHaveBeenCalledOnce();
    expect(await retryJob(id)).toBe(false);
  });
});

describe('messages that were given up', () => {
  let world: SmsWorld;
  beforeEach(async () => {
    await db.smsMessage.deleteMany();
    await db.missedCallMail.deleteMany();
    world = await createSmsWorld();
    await world.setUp({}, () => ({ status: 402, body: {} }));
  });
  afterEach(() => world.stop());

  test('stand there with who sent them and why, and are sent when tried again', async () => {
    const missed = await world.miss();
    const { id } = await world.send(missed);
    await world.deliver();
    const { callerDisplay: to } = await db.missedCall.findUniqueOrThrow({ where: { id: missed.id } });
    expect(await listGivenUp(after(60))).toMatchObject([
      { kind: 'sms', id, by: 'Olga Operator', to, cause: 'noCredit', mayRetry: true },
    ]);
    expect(await listGivenUp(after(31 * 24 * 3600))).toEqual([]);

    await world.setUp({}, taken('m-1'));
    expect(await retrySms(id, after(60))).toEqual({ missedCallId: missed.id });
    expect(await retrySms(id, after(60))).toBeNull();
    await world.deliver(after(60));
    expect(await listGivenUp(after(60))).toEqual([]);
    expect(await world.told(missed.id)).toEqual(['missed', 'noCredit', 'sms_sent']);
  });

  test('[R9] of two to one missed call that are tried again in the same instant one goes', async () => {
    const missed = await world.miss();
    const first = await world.send(missed);
    await world.deliver();
    const second = await world.send(missed);
    await world.deliver();
    const retried = await Promise.all([first, second, first, second].map(({ id }) => retrySms(id, after(60))));
    expect(retried.filter(Boolean)).toHaveLength(1);
  });

  test('are not tried again where another is under way, or where it was forgotten whose they were', async () => {
    const missed = await world.miss();
    const { id } = await world.send(missed);
    await world.deliver();
    await world.send(missed);
    expect(await retrySms(id, after(60))).toBeNull();
    await db.smsMessage.updateMany({ data: { state: 'failed', text: '', toE164: '' } });
    expect(await retrySms(id, after(60))).toBeNull();
  });

  test('mails are among them', async () => {
    const missed = await world.miss();
    const { chainId } = await db.missedCall.findUniqueOrThrow({ where: { id: missed.id } });
    const mail = { id: randomUUID(), userId: world.olga.id, chainId, queuedAt: after(0), settledAt: after(1), cause: 'rejected' };
    await db.missedCallMail.create({ data: { ...mail, state: 'failed' } });
    expect(await listGivenUp(after(60))).toMatchObject([{ kind: 'mail', id: mail.id, to: 'Olga Operator', cause: 'rejected' }]);
    expect([await retryMail(mail.id, after(60)), await retryMail(mail.id, after(60))]).toEqual([true, false]);
  });
});
