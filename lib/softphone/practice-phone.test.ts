import { expect, test, vi } from 'vitest';
import { type CallActions, createPracticePhone } from './practice-phone.ts';

const done = async () => ({ ok: true as const, data: { callId: 'call-1' } });
const actions: CallActions = {
  answerCall: done,
  rejectCall: done,
  hangUpCall: done,
  holdCall: done,
  sendDigit: done,
  dialNumber: done,
};

test('[S0.6] answering is asked of the server, as a PBX would do it', async () => {
  const answerCall = vi.fn(done);
  await expect(createPracticePhone({ ...actions, answerCall }).answer('call-1')).resolves.toEqual({ ok: true, data: undefined });
  expect(answerCall).toHaveBeenCalledWith({ callId: 'call-1' });
});

test('[R9] a refusal comes back as it is, so that the screen can say who was faster', async () => {
  const lost = { ok: false as const, reason: 'answeredByColleague' as const, values: { name: 'Oskar Operator' } };
  await expect(createPracticePhone({ ...actions, answerCall: async () => lost }).answer('call-1')).resolves.toEqual(lost);
});

test('a server that cannot be reached is an answer, not an exception', async () => {
  const away = () => Promise.reject(new Error('Failed to fetch'));
  await expect(createPracticePhone({ ...actions, hangUpCall: away }).hangUp('call-1')).resolves.toEqual({
    ok: false,
    reason: 'unavailable',
  });
});

test('[S0.18] a call from a delivery names it', async () => {
  const dialNumber = vi.fn(done);
  await createPracticePhone({ ...actions, dialNumber }).dial('+48600100107', { deliveryId: 'delivery-1' });
  expect(dialNumber).toHaveBeenCalledWith({ number: '+48600100107', deliveryId: 'delivery-1' });
});
