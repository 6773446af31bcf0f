import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../ports.ts';
import { CALLERS, LINES } from './demo-world.ts';
import { type FakeOffhook, startFakeOffhook } from './fake-offhook.ts';
import { createPbx } from './webhook-client.ts';

const VERA = { from: CALLERS.vera.number, line: LINES.deliveryHotline, extensions: ['101'] };

let offhook: FakeOffhook;
beforeEach(async () => {
  offhook = await startFakeOffhook();
});
afterEach(() => offhook.close());

describe('a call through the webhook', () => {
  test('goes to the source it is told, signed', async () => {
    await createPbx({ url: `${offhook.url}/` }).ring(VERA);
    expect(offhook.posts[0]?.path).toBe('/api/pbx/practice/events');
  });

  test('rings a whole group in one atomic post', async () => {
    const callId = await createPbx(offhook).ring({ ...VERA, extensions: ['101', '102'], name: 'Vera Lind' });

    expect(offhook.posts).toHaveLength(1);
    expect(offhook.calls().get(callId)).toMatchObject({
      direction: 'inbound',
      phase: 'ringing',
      from: { number: '+48600100101', name: 'Vera Lind' },
      line: '+48221000001',
      legs: [{ extension: '101' }, { extension: '102' }],
    });
  });

  test('is answered, held, resumed and hung up', async () => {
    const pbx = createPbx(offhook);
    const callId = await pbx.ring(VERA);
    const phase = () => offhook.calls().get(callId)?.phase;

    await pbx.answer(callId, '101');
    expect(phase()).toBe('talking');
    await pbx.hold(callId);
    expect(phase()).toBe('held');
    await pbx.resume(callId);
    expect(phase()).toBe('talking');
    await pbx.hangUp(callId);
    expect(offhook.calls().get(callId)).toMatchObject({
      phase: 'ended',
      cause: 'completed',
      endedBy: 'caller',
      operators: ['101'],
    });
  });

  test('moves to a colleague who did not know of it', async () => {
    const pbx = createPbx(offhook);
    const callId = await pbx.ring(VERA);
    await pbx.answer(callId, '101');
    await pbx.transfer(callId, { from: '101', to: '103' });
    expect(offhook.calls().get(callId)).toMatchObject({ phase: 'ringing', holder: null });

    await pbx.answer(callId, '103');
    expect(offhook.calls().get(callId)).toMatchObject({ holder: '103', operators: ['101', '103'] });
  });

  test('moves to a colleague who was asked first', async () => {
    const pbx = createPbx(offhook);
    const callId = await pbx.ring(VERA);
    await pbx.answer(callId, '101');
    const consultId = await pbx.consult(callId, { from: '101', to: '103' });
    await pbx.answer(consultId, '103');
    await pbx.completeTransfer(callId, consultId, { from: '101', to: '103' });

    expect(offhook.calls().get(callId)).toMatchObject({ phase: 'talking', holder: '103', operators: ['101', '103'] });
    expect(offhook.calls().get(consultId)).toMatchObject({ direction: 'internal', phase: 'ended', isMissed: false });
  });

  test.each([
    ['nobody answers', 'caller_cancelled'],
    ['everybody is busy', 'busy'],
  ])('is missed when %s', async (_, cause) => {
    const pbx = createPbx(offhook);
    const callId = cause === 'busy' ? await pbx.ring(VERA) : await pbx.miss(VERA);
    if (cause === 'busy') await pbx.busy(callId, ['101']);

    expect(offhook.calls().get(callId)).toMatchObject({ phase: 'ended', isMissed: true, cause, legs: [{ cause }] });
  });

  test('events that follow each other in the same millisecond keep their order', async () => {
    const pbx = createPbx(offhook);
    await Promise.all([pbx.hold('a'), pbx.resume('a'), pbx.hangUp('a')]);

    const times = offhook.posts.flatMap((post) => post.events.map((event) => event.occurredAt.getTime()));
    expect(new Set(times).size).toBe(3);
  });
});

describe('a server that has no time', () => {
  test.each([429, 503])('is asked again after a %i, with the same id', async (status) => {
    offhook.refuseNext({ status, headers: { 'retry-after': '0' } }, { status, headers: { 'retry-after': '0' } });
    await createPbx(offhook).post(
      { type: 'device.registered', occurredAt: new Date().toISOString(), device: { extension: '101' } },
      { webhookId: 'msg_7' },
    );
    expect(offhook.posts.map((post) => post.webhookId)).toEqual(['msg_7']);
  });

  test('is given up after eight attempts', async () => {
    offhook.refuseNext(...Array.from({ length: 8 }, () => ({ status: 503, headers: { 'retry-after': '0' } })));
    await expect(createPbx(offhook).ring(VERA)).rejects.toThrow('after 8 attempts (status 503)');
    expect(offhook.posts).toEqual([]);
  });
});

describe('what went wrong is said in one sentence', () => {
  test('the server does not run', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    await expect(createPbx({ url }).ring(VERA)).rejects.toThrow(`Nothing answers at ${url}. Start Offhook with "npm run demo"`);
  });

  test('the secret is not the source’s', async () => {
    const secret = `whsec_${Buffer.from('not the secret').toString('base64')}`;
    await expect(createPbx({ url: offhook.url, secret }).ring(VERA)).rejects.toThrow(
      'refused the signature for the source "practice"',
    );
  });

  test('the events are not as the server wants them', async () => {
    offhook.refuseNext({ status: 400, body: { error: 'x', issues: [{ path: '0.call.callId', message: 'must not be empty' }] } });
    await expect(createPbx(offhook).ring(VERA)).rejects.toThrow('did not accept the events: 0.call.callId must not be empty.');
  });

  test('something else listens there', async () => {
    offhook.refuseNext({ status: 404 });
    await expect(createPbx(offhook).ring(VERA)).rejects.toThrow('no Offhook webhook at this address');
    offhook.refuseNext({ status: 500 });
    await expect(createPbx(offhook).ring(VERA)).rejects.toThrow('answered with status 500.');
  });
});
