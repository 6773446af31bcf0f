import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { verifyChain } from '../missed-calls/verify.ts';
import { claimDueSms } from './outbox.ts';
import { after, createSmsWorld, type SmsWorld, taken } from './sms-world.ts';

let world: SmsWorld;

beforeEach(async () => {
  await db.smsMessage.deleteMany();
  world = await createSmsWorld();
  await world.hideAfterSms(false);
});
afterEach(() => world.stop());

const smsOf = (id: string) => db.smsMessage.findUniqueOrThrow({ where: { id } });
const rowOf = (id: string) => db.missedCall.findUniqueOrThrow({ where: { id } });

describe('[S2.19] a message that was sent from a missed call', () => {
  test('is in the history of it once the provider has it, and the chain is whole', async () => {
    const heard = await world.setUp({}, taken('m-1'));
    const missed = await world.miss();
    const { id } = await world.send(missed);
    expect(await world.told(missed.id)).toEqual(['missed']);

    await world.deliver();
    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ to: missed.e164, text: 'Please call us back.', reference: id });
    expect(await smsOf(id)).toMatchObject({ state: 'sent', providerId: 'm-1', sentAt: after(0) });
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent']);
    const row = await rowOf(missed.id);
    expect(row).toMatchObject({ state: 'listed', lastStatus: 'sms_sent', attempts: 1 });
    expect(await verifyChain(row.chainId)).toMatchObject({ ok: true });
  });

  test('[R9] asked for twice under one id is one message, and two people send one', async () => {
    const heard = await world.setUp({}, taken('m-1'));
    const missed = await world.miss();
    const id = randomUUID();
    const outcomes = await Promise.all([world.send(missed, id), world.send(missed, id), world.send(missed, id)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['again', 'again', 'queued']);
    expect((await world.send(missed, randomUUID(), world.oskar.id)).outcome).toBe('underWay');
    expect((await world.send(missed, id, world.oskar.id)).outcome).toBe('taken');

    await Promise.all([world.deliver(), world.deliver(), world.deliver()]);
    expect(heard).toHaveLength(1);
    expect((await world.send(missed, id)).outcome).toBe('again');
    await world.deliver();
    expect(heard).toHaveLength(1);
    expect((await world.send(missed)).outcome).toBe('queued');
  });

  test('refused for good is told so, with the cause, and is tried no more', async () => {
    const heard = await world.setUp({}, () => ({ status: 402, body: {} }));
    const missed = await world.miss();
    const { id } = await world.send(missed);
    expect(await world.deliver()).toBeNull();
    await world.deliver(after(3600));

    expect(heard).toHaveLength(1);
    expect(await smsOf(id)).toMatchObject({ state: 'failed', cause: 'noCredit' });
    expect(await world.told(missed.id)).toEqual(['missed', 'noCredit']);
    expect(await rowOf(missed.id)).toMatchObject({ lastStatus: 'none', attempts: 0 });
  });

  test('not taken now is tried again, ever later, and given up after two hours', async () => {
    const heard = await world.setUp({}, (_, count) =>
      count < 3 ? { status: 503, body: '' } : { status: 200, body: { id: 'late' } },
    );
    const missed = await world.miss();
    const { id } = await world.send(missed);
    expect(await world.deliver()).toEqual(after(5));
    await world.deliver(after(4));
    expect(heard).toHaveLength(1);
    expect(await smsOf(id)).toMatchObject({ state: 'queued', cause: 'unavailable' });
    expect(await world.deliver(after(5))).toEqual(after(15));
    expect(await world.deliver(after(15))).toBeNull();
    expect(await smsOf(id)).toMatchObject({ state: 'sent', attempts: 3, cause: null });
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent']);

    const other = await world.miss();
    await world.setUp({}, () => ({ status: 503, body: '' }));
    const { id: hopeless } = await world.send(other);
    await world.deliver(after(7200));
    expect(await smsOf(hopeless)).toMatchObject({ state: 'failed', cause: 'unavailable' });
    expect(await world.told(other.id)).toEqual(['missed', 'unavailable']);
  });

  test('without a provider, or to somebody who was forgotten meanwhile, fails with its cause', async () => {
    const heard = await world.setUp({}, taken('m-1'));
    await db.smsSettings.update({ where: { id: 1 }, data: { provider: null } });
    const { id } = await world.send(await world.miss());
    await world.deliver();
    expect(await smsOf(id)).toMatchObject({ state: 'failed', cause: 'notSetUp' });

    await db.smsSettings.update({ where: { id: 1 }, data: { provider: 'http' } });
    const { id: forgotten } = await world.send(await world.miss());
    await db.smsMessage.update({ where: { id: forgotten }, data: { toE164: '', text: '' } });
    await world.deliver();
    expect(await smsOf(forgotten)).toMatchObject({ state: 'failed', cause: 'forgotten' });
    expect(heard).toEqual([]);
  });
});

describe('a process that was killed between the answer and the commit', () => {
  const killed = async () => expect(await claimDueSms(after(0), 5, 'http')).toHaveLength(1);

  test('leaves its message alone while it may still live, and then to another', async () => {
    const heard = await world.setUp({ dropsRepeats: true }, taken('m-1'));
    const { id } = await world.send(await world.miss());
    await killed();
    expect(await world.deliver(after(59))).toEqual(after(60));
    expect(heard).toHaveLength(0);
    await world.deliver(after(60));
    expect(heard).toHaveLength(1);
    expect(await smsOf(id)).toMatchObject({ state: 'sent' });
  });

  test('where the provider would send it twice, it is not sent again: that nobody knows is said', async () => {
    const heard = await world.setUp({ dropsRepeats: false }, taken('m-1'));
    const missed = await world.miss();
    const { id } = await world.send(missed);
    await killed();
    await world.deliver(after(60));
    expect(heard).toHaveLength(0);
    expect(await smsOf(id)).toMatchObject({ state: 'failed', cause: 'uncertain' });
    expect(await world.told(missed.id)).toEqual(['missed', 'uncertain']);
  });

  test.each([
    [true, 2, 'sent'],
    [false, 1, 'failed'],
  ])('a lost answer is the same (the provider drops repeats: %j)', async (dropsRepeats, posts, state) => {
    const heard = await world.setUp({ dropsRepeats }, (_, count) => (count === 1 ? 'hangUp' : { status: 409, body: {} }));
    const { id } = await world.send(await world.miss());
    await world.deliver();
    await world.deliver(after(10));
    expect(heard).toHaveLength(posts);
    expect(await smsOf(id)).toMatchObject({ state });
  });

  test('what one provider may have is not handed to another', async () => {
    await world.setUp({ provider: 'smsapi' }, () => 'hangUp');
    const { id } = await world.send(await world.miss());
    await world.deliver();
    expect(await smsOf(id)).toMatchObject({ state: 'queued', cause: 'uncertain' });
    const heard = await world.setUp({ provider: 'http', dropsRepeats: true }, taken('m-1'));
    await world.deliver(after(10));
    expect(heard).toHaveLength(0);
    expect(await smsOf(id)).toMatchObject({ state: 'failed', cause: 'uncertain' });
  });
});

describe('[S2.22] with the setting "hide after SMS"', () => {
  test('[S2.23] the automaton takes the row off the list when the message has gone, not before', async () => {
    await world.hideAfterSms(true);
    await world.setUp({}, (_, count) => (count === 1 ? { status: 503, body: '' } : { status: 200, body: {} }));
    const missed = await world.miss();
    await world.send(missed);
    await world.deliver();
    expect(await rowOf(missed.id)).toMatchObject({ state: 'listed' });

    await world.deliver(after(5));
    expect(await rowOf(missed.id)).toMatchObject({ state: 'hidden', removalReason: 'sms', removedById: null });
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent', 'sms']);
  });

  test('a hidden row stays hidden as it was', async () => {
    await world.hideAfterSms(true);
    await world.setUp({}, taken('m-1'));
    const missed = await world.miss();
    await world.getThrough(missed.e164, after(-300));
    await world.send(missed);
    await world.deliver();
    expect(await rowOf(missed.id)).toMatchObject({ state: 'hidden', removalReason: 'got_through', lastStatus: 'sms_sent' });
  });
});
