import { describe, expect, test, vi } from 'vitest';
import { doneWith, refused } from '../action-result.ts';
import { env } from '../env.ts';
import { receiveUpload } from './receive-upload.ts';

const user = { id: 'olga' };

function request(headers: Record<string, string> = {}, signal?: AbortSignal): Request {
  return new Request(`${env.publicUrl}/api/files/1`, {
    method: 'PUT',
    headers: { origin: env.publicUrl, 'content-type': 'application/octet-stream', ...headers },
    body: 'text',
    signal,
  });
}

function door(store = async () => doneWith({ fileId: 'file-1' })) {
  return { currentUser: vi.fn(async () => user), store: vi.fn(store) };
}

test('a file of our own page is stored, and answered with what came of it', async () => {
  const inside = door();
  const response = await receiveUpload(request(), inside);
  expect(response.status).toBe(200);
  expect(inside.store).toHaveBeenCalledWith(user);
});

describe('[R37] with the visitor’s cookie, another site', () => {
  test.each(['https://evil.example', 'null', ''])('under the name %j is refused before anybody is asked', async (origin) => {
    const inside = door();
    expect((await receiveUpload(request({ origin }), inside)).status).toBe(403);
    expect(inside.currentUser).not.toHaveBeenCalled();
  });

  test.each(['multipart/form-data; boundary=x', 'text/plain', ''])('has no use for a form, whose type is %j', async (type) => {
    const inside = door();
    expect((await receiveUpload(request({ 'content-type': type }), inside)).status).toBe(415);
    expect(inside.store).not.toHaveBeenCalled();
  });
});

test('nobody signed in stores nothing', async () => {
  const inside = { ...door(), currentUser: async () => null };
  expect((await receiveUpload(request(), inside)).status).toBe(401);
  expect(inside.store).not.toHaveBeenCalled();
});

test.each([
  ['fileTooLarge', 413],
  ['fileEmpty', 400],
  ['fileKindUnknown', 415],
  ['fileCutShort', 400],
  ['noPicture', 415],
  ['tooManyPixels', 413],
  ['notFound', 404],
] as const)('a refusal because of %s has status %i', async (reason, status) => {
  const response = await receiveUpload(request(), { currentUser: async () => user, store: async () => refused(reason) });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ ok: false, reason });
});

test('a failure inside is a refusal that the page can tell; an upload that was cancelled is none', async () => {
  const fail = () => Promise.reject(new Error('The database is away'));
  expect((await receiveUpload(request(), { currentUser: async () => user, store: fail })).status).toBe(503);

  const cancelled = new AbortController();
  cancelled.abort();
  const answer = await receiveUpload(request({}, cancelled.signal), { currentUser: async () => user, store: fail });
  expect(await answer.json()).toEqual({ ok: false, reason: 'fileCutShort' });
});
