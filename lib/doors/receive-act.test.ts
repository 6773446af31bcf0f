import { describe, expect, test, vi } from 'vitest';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { env } from '../env.ts';
import type { Presser } from '../softphone/act-answer.ts';
import { receiveAct } from './receive-act.ts';

const user: Presser = { id: 'olga', role: 'operator', grants: [] };
const press = { act: 'answer', callId: 'call-1' };

function request(headers: Record<string, string> = {}, body: BodyInit = JSON.stringify(press)): Request {
  return new Request(`${env.publicUrl}/api/phone/acts`, {
    method: 'POST',
    headers: { origin: env.publicUrl, 'content-type': 'application/json', ...headers },
    body,
  });
}

function door(answer: ActionResult<{ callId: string }> = doneWith({ callId: 'call-1' })) {
  return { currentUser: vi.fn(async () => user), act: vi.fn(async () => answer) };
}

test('a press of our own page is done, and answered with what came of it', async () => {
  const inside = door();
  const response = await receiveAct(request(), inside);

  expect(inside.act).toHaveBeenCalledWith(user, press);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ ok: true, data: { callId: 'call-1' } });
});

describe('[R37] with the visitor’s cookie, another site', () => {
  test.each([
    ['under its own name', 'https://evil.example'],
    ['in a sandbox', 'null'],
    ['on another port', 'http://127.0.0.1:1'],
    ['without saying who it is', ''],
  ])('%s is refused before anybody is asked', async (_, origin) => {
    const inside = door();
    const response = await receiveAct(request({ origin }), inside);

    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ ok: false, reason: 'notAllowed' });
    expect(inside.currentUser).not.toHaveBeenCalled();
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'has no use for a form, whose type is %j',
    async (type) => {
      const inside = door();
      const response = await receiveAct(request({ 'content-type': type }), inside);

      expect(response.status).toBe(415);
      expect(inside.act).not.toHaveBeenCalled();
    },
  );
});

test.each([
  ['signedOut', 401],
  ['invalid', 400],
  ['notAllowed', 403],
  ['notFound', 404],
  ['answeredByColleague', 409],
  ['callEnded', 409],
  ['phoneNotConnected', 409],
  ['unavailable', 503],
] as const)('a refusal because of %s has status %i and says so in its body', async (reason, status) => {
  const response = await receiveAct(request(), door(refused(reason)));
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ ok: false, reason });
});

test.each([
  ['no JSON', '{"act":'],
  ['nothing', ''],
  ['longer than any act', JSON.stringify({ ...press, padding: 'x'.repeat(5_000) })],
])('a body that is %s is no act', async (_, body) => {
  const inside = door();
  await receiveAct(request({}, body), inside);
  expect(inside.act).toHaveBeenCalledWith(user, undefined);
});

test('a failure inside is a refusal that the button can tell', async () => {
  const inside = { ...door(), currentUser: () => Promise.reject(new Error('The database is away')) };
  const response = await receiveAct(request(), inside);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ ok: false, reason: 'unavailable' });
});
