import { afterEach, expect, test, vi } from 'vitest';
import { createServerPhone } from './server-phone.ts';

const CALL = 'call-1';

afterEach(() => {
  vi.restoreAllMocks();
});

function phoneAnswered(body: unknown, status = 200) {
  const send = vi.fn(async (_address: string, _request: RequestInit) => Response.json(body, { status }));
  const asked = () => send.mock.calls.map(([, request]) => JSON.parse(String(request.body)));
  return { phone: createServerPhone(send), send, asked };
}

test('[S0.6] answering is asked of the server, as a PBX would do it', async () => {
  const { phone, send, asked } = phoneAnswered({ ok: true, data: { callId: CALL } });
  await expect(phone.answer(CALL)).resolves.toEqual({ ok: true, data: undefined });
  expect(asked()).toEqual([{ act: 'answer', callId: CALL }]);
  expect(send).toHaveBeenCalledWith('/api/phone/acts', expect.objectContaining({ method: 'POST' }));
});

test('[R9] a refusal comes back as it is, so that the screen can say who was faster', async () => {
  const lost = { ok: false, reason: 'answeredByColleague', values: { name: 'Oskar Operator' } };
  await expect(phoneAnswered(lost, 409).phone.answer(CALL)).resolves.toEqual(lost);
});

test('[S0.18] a call from a delivery names it', async () => {
  const { phone, asked } = phoneAnswered({ ok: true, data: { callId: CALL } });
  await expect(phone.dial('+48600100107', { deliveryId: 'delivery-1' })).resolves.toEqual({ ok: true, data: { callId: CALL } });
  expect(asked()).toEqual([{ act: 'dial', number: '+48600100107', deliveryId: 'delivery-1' }]);
});

const unavailable = { ok: false, reason: 'unavailable' };

test('a server that cannot be reached is an answer, not an exception', async () => {
  const phone = createServerPhone(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(phone.hangUp(CALL)).resolves.toEqual(unavailable);
});

test('a server that does not answer in eight seconds is an answer too', async () => {
  const timeout = new AbortController();
  const timer = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
  const phone = createServerPhone(
    (_, { signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );

  const answer = phone.reject(CALL);
  timeout.abort();

  await expect(answer).resolves.toEqual(unavailable);
  expect(timer).toHaveBeenCalledWith(8_000);
});

test.each([
  ['a page', () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 })],
  ['words of its own', () => Response.json({ message: 'upstream timed out' }, { status: 504 })],
])('a proxy that answers %s in place of the server is no answer', async (_, response) => {
  await expect(createServerPhone(async () => response()).setHeld(CALL, true)).resolves.toEqual(unavailable);
});
