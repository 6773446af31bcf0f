import { afterEach, describe, expect, test } from 'vitest';
import { gatewayOf } from './gateway.ts';
import { type Answering, buildAccess, postNear, startProvider } from './testing.ts';
import type { SmsAccess } from './types.ts';

const PUBLIC_URL = 'https://desk.example.com';
const SMS = { id: '0190a6f0-0000-7000-8000-000000000001', to: '+48600100103', text: 'Dzień dobry & do zobaczenia' };

let provider: Awaited<ReturnType<typeof startProvider>> | undefined;
afterEach(() => provider?.stop());

async function send(access: Partial<SmsAccess>, answering: Answering) {
  provider = await startProvider(answering);
  const outcome = await gatewayOf(buildAccess({ url: provider.url, ...access }), PUBLIC_URL).send(SMS, postNear);
  return { outcome, heard: provider.heard };
}
const answers = (status: number, body: unknown) => () => ({ status, body });

describe('[S2.22] Twilio', () => {
  const twilio = { provider: 'twilio' as const };
  const taken = { sid: `SM${'1'.repeat(32)}`, status: 'queued', error_code: null, body: SMS.text.repeat(60) };

  test('is posted the form of its Messages resource, and says what it calls the message, however long its answer', async () => {
    const { outcome, heard } = await send(twilio, answers(201, taken));
    expect(outcome).toEqual({ kind: 'taken', providerId: taken.sid });
    const [post] = heard;
    expect(post?.path).toBe(`/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages.json`);
    expect(post?.headers.authorization).toBe(`Basic ${Buffer.from(`AC${'0'.repeat(32)}:a token`).toString('base64')}`);
    expect(post?.headers['content-type']).toMatch('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(post?.body))).toEqual({
      To: SMS.to,
      From: '+48221000009',
      Body: SMS.text,
      StatusCallback: `${PUBLIC_URL}/api/sms/reports/twilio?id=${SMS.id}`,
    });
  });

  test('is told the messaging service where the sender is one', async () => {
    const sender = `MG${'a'.repeat(32)}`;
    const { heard } = await send({ ...twilio, sender }, answers(201, taken));
    const form = new URLSearchParams(heard[0]?.body);
    expect([form.get('MessagingServiceSid'), form.has('From')]).toEqual([sender, false]);
  });

  test.each([
    [400, 21211, 'refused', 'numberRefused'],
    [400, 21610, 'refused', 'optedOut'],
    [400, 21606, 'refused', 'senderRefused'],
    [400, 21617, 'refused', 'textRefused'],
    [401, 20003, 'refused', 'credentialsRefused'],
    [403, 20005, 'refused', 'noCredit'],
    [400, 99999, 'refused', 'rejected'],
    [429, 20429, 'notTaken', 'throttled'],
    [503, 20503, 'notTaken', 'unavailable'],
  ])('answers %i with the code %i: %s, %s', async (status, code, kind, cause) => {
    const { outcome } = await send(twilio, answers(status, { code, message: 'No.', more_info: '', status }));
    expect(outcome).toEqual({ kind, cause });
  });

  test('an answer that cannot be read leaves it uncertain, and is not tried again on its own', async () => {
    expect((await send(twilio, answers(201, '<html>'))).outcome).toEqual({ kind: 'uncertain', cause: 'uncertain' });
    expect(gatewayOf(buildAccess(twilio), PUBLIC_URL).dropsRepeats).toBe(false);
  });
});

describe('[S2.22] SMSAPI', () => {
  const smsapi = { provider: 'smsapi' as const, sender: 'Pizzeria' };
  const item = { id: '5F3A1B', points: 0.16, number: '48600100103', date_sent: 1796000000, status: 'QUEUE', error: null };

  test('is posted its form with our id, which it refuses to send twice', async () => {
    const { outcome, heard } = await send(smsapi, answers(200, { count: 1, list: [item] }));
    expect(outcome).toEqual({ kind: 'taken', providerId: '5F3A1B' });
    expect(heard[0]?.path).toBe('/sms.do');
    expect(heard[0]?.headers.authorization).toBe('Bearer a token');
    expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({
      to: '48600100103',
      message: SMS.text,
      from: 'Pizzeria',
      format: 'json',
      encoding: 'utf-8',
      idx: SMS.id,
      check_idx: '1',
      notify_url: `${PUBLIC_URL}/api/sms/reports/smsapi?key=a%20key%20of%20the%20reports`,
    });
    expect(gatewayOf(buildAccess(smsapi), PUBLIC_URL).dropsRepeats).toBe(true);
  });

  test('one it had before is taken: an earlier attempt had come through', async () => {
    const { outcome } = await send(smsapi, answers(400, { error: 53, message: 'Not unique idx parameter' }));
    expect(outcome).toEqual({ kind: 'taken', providerId: null });
  });

  test.each([
    [200, 13, 'refused', 'numberRefused'],
    [200, 103, 'refused', 'noCredit'],
    [200, 14, 'refused', 'senderRefused'],
    [401, 101, 'refused', 'credentialsRefused'],
    [200, 11, 'refused', 'textRefused'],
    [200, 777, 'refused', 'rejected'],
    [200, 201, 'notTaken', 'unavailable'],
    [429, 203, 'notTaken', 'throttled'],
  ])('answers %i with the error %i: %s, %s', async (status, error, kind, cause) => {
    expect((await send(smsapi, answers(status, { error, message: 'Nie.' }))).outcome).toEqual({ kind, cause });
  });

  test('an error of the one message is its own', async () => {
    const { outcome } = await send(smsapi, answers(200, { count: 1, list: [{ ...item, id: '', error: 13 }] }));
    expect(outcome).toEqual({ kind: 'refused', cause: 'numberRefused' });
  });
});

describe('[S2.22] an HTTP service', () => {
  test('is posted the document of the settings, filled in inside of its strings', async () => {
    const body = '{"messages":[{"to":"{to}","body":"{text}","ref":"{id}","from":"{from}","flash":false,"n":1}]}';
    const { outcome, heard } = await send({ body, idPath: 'messages.0.id' }, answers(202, { messages: [{ id: 42 }] }));
    expect(outcome).toEqual({ kind: 'taken', providerId: '42' });
    expect(heard[0]?.headers.authorization).toBe('Bearer a token');
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      messages: [{ to: SMS.to, body: SMS.text, ref: SMS.id, from: '+48221000009', flash: false, n: 1 }],
    });
  });

  test('is shown the secret in the header that it wants', async () => {
    const { heard } = await send({ secretHeader: 'X-Api-Key' }, answers(200, {}));
    expect([heard[0]?.headers['x-api-key'], heard[0]?.headers.authorization]).toEqual(['a token', undefined]);
  });

  test.each([
    [400, 'refused', 'rejected'],
    [302, 'refused', 'rejected'],
    [401, 'refused', 'credentialsRefused'],
    [402, 'refused', 'noCredit'],
    [429, 'notTaken', 'throttled'],
    [500, 'notTaken', 'unavailable'],
    [503, 'notTaken', 'unavailable'],
    // A gateway that lost the answer says nothing of what stands behind it.
    [502, 'uncertain', 'uncertain'],
    [504, 'uncertain', 'uncertain'],
  ])('answers %i: %s, %s', async (status, kind, cause) => {
    expect((await send({}, answers(status, 'nothing to read'))).outcome).toEqual({ kind, cause });
  });

  test('says with 409 that it had the message, where the admin knows that it does', async () => {
    expect((await send({ dropsRepeats: true }, answers(409, {}))).outcome).toEqual({ kind: 'taken', providerId: null });
    expect((await send({}, answers(409, {}))).outcome).toMatchObject({ kind: 'refused' });
  });
});

describe.each(['twilio', 'smsapi', 'http'] as const)('no answer of %s', (name) => {
  test.each(['silence', 'hangUp'] as const)('after all was sent (%s) leaves it uncertain', async (answer) => {
    expect((await send({ provider: name }, () => answer)).outcome).toEqual({ kind: 'uncertain', cause: 'uncertain' });
  });

  test('nobody there to hear it: it can be tried again', async () => {
    provider = await startProvider(() => 'silence');
    provider.stop();
    const outcome = await gatewayOf(buildAccess({ provider: name, url: provider.url }), PUBLIC_URL).send(SMS, postNear);
    expect(outcome).toEqual({ kind: 'notTaken', cause: 'unreachable' });
  });

  test('[R39] an address inside the network is not reached', async () => {
    const gateway = gatewayOf(buildAccess({ provider: name, url: 'http://10.0.0.1' }), PUBLIC_URL);
    expect(await gateway.send(SMS, postNear)).toEqual({ kind: 'notTaken', cause: 'addressRefused' });
  });
});
