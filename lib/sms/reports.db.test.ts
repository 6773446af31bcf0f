import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { env } from '../env.ts';
import { receiveSmsReport } from './reports-door.ts';
import { after, createSmsWorld, type SmsWorld, taken } from './sms-world.ts';

let world: SmsWorld;
const KEY = 'a key of the reports';

beforeEach(async () => {
  world = await createSmsWorld();
  await world.hideAfterSms(false);
});
afterEach(() => world.stop());

const smsOf = (id: string) => db.smsMessage.findUniqueOrThrow({ where: { id } });
const rowOf = (id: string) => db.missedCall.findUniqueOrThrow({ where: { id } });

async function post(provider: string, address: string, body = '', headers: Record<string, string> = {}, at = after(30)) {
  const request = new Request('http://127.0.0.1', { method: 'POST', body, headers });
  return (await receiveSmsReport(provider, { headers: request.headers, body: request.body, address }, at)).status;
}
const say = (id: string, status: string, at = after(30), key = KEY) =>
  post('http', `/api/sms/reports/http?key=${encodeURIComponent(key)}`, JSON.stringify({ id, status }), {}, at);

async function sent() {
  await world.setUp({}, taken('m-1'));
  const missed = await world.miss();
  const { id } = await world.send(missed);
  await world.deliver();
  return { missed, id };
}

describe('[S2.19] a delivery report', () => {
  test('of an HTTP service is told once, however often it is said', async () => {
    const { missed, id } = await sent();
    expect([await say(id, 'sent'), await say(id, 'delivered'), await say(id, 'delivered')]).toEqual([200, 200, 200]);
    expect(await smsOf(id)).toMatchObject({ state: 'delivered', settledAt: after(30), providerId: 'm-1' });
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent', 'sms_delivered']);
  });

  test('names the message by what the provider calls it, too', async () => {
    const { missed } = await sent();
    await db.smsMessage.updateMany({ where: { missedCallId: missed.id }, data: { providerId: 'm-named' } });
    expect(await say('m-named', 'delivered')).toBe(200);
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent', 'sms_delivered']);
  });

  test('with another key, or of another provider than the one set up, is refused', async () => {
    const { missed, id } = await sent();
    expect(await say(id, 'delivered', after(30), 'guessed')).toBe(401);
    expect(await post('smsapi', `/api/sms/reports/smsapi?key=${encodeURIComponent(KEY)}&MsgId=m-1&status=404`)).toBe(401);
    expect(await post('pigeon', '/api/sms/reports/pigeon')).toBe(404);
    expect(await post('http', `/api/sms/reports/http?key=${encodeURIComponent(KEY)}`, 'no report')).toBe(400);
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent']);
  });

  test('of SMSAPI comes as a question or as a form', async () => {
    await world.setUp({ provider: 'smsapi' }, () => ({ status: 200, body: { count: 1, list: [{ id: 'S1', error: null }] } }));
    const [first, second] = [await world.miss(), await world.miss()];
    const [one, two] = [await world.send(first), await world.send(second)];
    await world.deliver();
    const address = `/api/sms/reports/smsapi?key=${encodeURIComponent(KEY)}`;
    expect(await post('smsapi', `${address}&MsgId=S1&status=404&idx=${one.id}`)).toBe(200);
    expect(await post('smsapi', address, `MsgId=S2&status=405&idx=${two.id}`)).toBe(200);
    expect(await world.told(first.id)).toEqual(['missed', 'sms_sent', 'sms_delivered']);
    expect(await world.told(second.id)).toEqual(['missed', 'sms_sent', 'notDelivered']);
  });

  test('of Twilio counts with its signature, even for a message of which nobody knew whether it had gone', async () => {
    await world.setUp({ provider: 'twilio' }, () => 'hangUp');
    const missed = await world.miss();
    const { id } = await world.send(missed);
    await world.deliver();
    expect(await smsOf(id)).toMatchObject({ state: 'failed', cause: 'uncertain' });

    const address = `/api/sms/reports/twilio?id=${id}`;
    const body = 'MessageSid=SM7&MessageStatus=delivered';
    const signed = `${env.publicUrl}${address}MessageSidSM7MessageStatusdelivered`;
    const signature = createHmac('sha1', 'a token').update(signed).digest('base64');
    expect(await post('twilio', address, body, { 'x-twilio-signature': `${signature}x` })).toBe(401);
    expect(await post('twilio', address, body, { 'x-twilio-signature': signature })).toBe(200);
    expect(await smsOf(id)).toMatchObject({ state: 'delivered', providerId: 'SM7', cause: null });
    expect(await world.told(missed.id)).toEqual(['missed', 'uncertain', 'sms_sent', 'sms_delivered']);
  });
});

describe('[S2.22] a message that did not arrive', () => {
  test('puts the row that left the list just for it back, by itself', async () => {
    await world.hideAfterSms(true);
    const { missed, id } = await sent();
    expect(await rowOf(missed.id)).toMatchObject({ state: 'hidden', removalReason: 'sms' });
    expect(await say(id, 'undelivered', after(90))).toBe(200);
    expect(await rowOf(missed.id)).toMatchObject({ state: 'listed', restoredAt: after(90) });
    expect(await world.told(missed.id)).toEqual(['missed', 'sms_sent', 'sms', 'notDelivered', 'restored']);
    expect((await db.ledgerEvent.findFirst({ where: { missedCallId: missed.id, type: 'restored' } }))?.byId).toBeNull();
  });

  test.each([
    ['was taken off by hand', async (id: string) => db.missedCall.update({ where: { id }, data: { removalReason: 'manual' } })],
    [
      'left it for a later message',
      async (id: string) => db.missedCall.update({ where: { id }, data: { removedAt: after(40) } }),
    ],
    ['was called back since', async (id: string) => db.missedCall.update({ where: { id }, data: { lastStatus: 'reached' } })],
  ])('leaves a row alone that %s', async (_, change) => {
    await world.hideAfterSms(true);
    const { missed, id } = await sent();
    await change(missed.id);
    await say(id, 'undelivered', after(90));
    expect(await rowOf(missed.id)).toMatchObject({ state: 'hidden' });
  });

  test('leaves a row alone whose caller has got through since', async () => {
    await world.hideAfterSms(true);
    const { missed, id } = await sent();
    await world.getThrough(missed.e164, after(60));
    await say(id, 'undelivered', after(90));
    expect(await rowOf(missed.id)).toMatchObject({ state: 'hidden', removalReason: 'sms' });
  });
});
