import { afterEach, expect, test, vi } from 'vitest';
import { done } from '@/lib/action-result';
import { boardDoors } from './board-doors';

afterEach(() => vi.unstubAllGlobals());

const answered = (body: unknown) => vi.stubGlobal('fetch', async () => Response.json(body));

test.each([[null], ['ok'], [[]], [{ error: 'Bad gateway' }], [{ ok: 'yes' }]])('%j is no answer of the server', async (body) => {
  answered(body);
  expect(await boardDoors('point').read()).toBeNull();
});

test('what the server says is passed on', async () => {
  answered(done);
  expect(await boardDoors('point').send({ act: 'startCooking', deliveryId: 'one' })).toEqual(done);
});
