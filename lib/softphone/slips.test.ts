import { describe, expect, test, vi } from 'vitest';
import { done, refused } from '../action-result.ts';
import { buildDeskCall } from './build-desk-call.ts';
import { backToCaller } from './consultation.ts';
import type { Phone } from './phone.ts';
import { guardAgainstSlips } from './slips.ts';

function guardedPhone() {
  const clock = { ms: 1_000 };
  const ended: string[] = [];
  const end = (word: string) => async (callId: string) => {
    ended.push(`${word} ${callId}`);
    return callId === 'gone' ? refused('callEnded') : done;
  };
  const under = {
    reject: end('reject'),
    hangUp: end('hangUp'),
    answer: vi.fn(),
    dial: vi.fn(),
    consult: vi.fn(),
    resume: vi.fn(),
    setHeld: async () => done,
  } as unknown as Phone;
  const guard = guardAgainstSlips(() => clock.ms);
  return { clock, ended, phone: guard(under), again: () => guard(under), under };
}

describe('a second press of the same moment', () => {
  test.each(['reject', 'hangUp'] as const)('[S0.6] %s does not end the call that took the place of the first', async (first) => {
    const { clock, ended, phone } = guardedPhone();
    await phone[first]('adam');
    clock.ms += 300;
    expect(await phone.hangUp('helena')).toEqual(done);
    expect(ended).toEqual([`${first} adam`]);
  });

  test('is let go by also where the phone was drawn anew in between', async () => {
    const { ended, phone, again } = guardedPhone();
    await phone.reject('adam');
    await again().hangUp('helena');
    expect(ended).toEqual(['reject adam']);
  });

  test('of the same call is passed on: the first may have been lost', async () => {
    const { ended, phone } = guardedPhone();
    await phone.hangUp('adam');
    await phone.hangUp('adam');
    expect(ended).toEqual(['hangUp adam', 'hangUp adam']);
  });
});

test('a press of a moment later means what it says', async () => {
  const { clock, ended, phone } = guardedPhone();
  await phone.reject('adam');
  clock.ms += 700;
  expect(await phone.hangUp('gone')).toEqual(refused('callEnded'));
  expect(ended).toEqual(['reject adam', 'hangUp gone']);
});

test('a press that was let go by holds back none after it', async () => {
  const { clock, ended, phone } = guardedPhone();
  await phone.reject('adam');
  clock.ms += 600;
  await phone.hangUp('helena');
  clock.ms += 200;
  await phone.hangUp('helena');
  expect(ended).toEqual(['reject adam', 'hangUp helena']);
});

test('[S0.4] Answer is never held back', async () => {
  const { phone, under } = guardedPhone();
  await phone.reject('adam');
  await phone.answer('helena');
  expect(under.answer).toHaveBeenCalledWith('helena');
});

test.each([
  ['dialled', (phone: Phone) => phone.dial('+48600100102')],
  ['answered', (phone: Phone) => phone.answer('helena')],
  ['asked for', (phone: Phone) => phone.consult('ewa', '103')],
  ['brought here', (phone: Phone) => phone.resume('helena')],
])('[S0.8] a call that was %s after the first press is ended by the second, however soon', async (_, begin) => {
  const { clock, ended, phone } = guardedPhone();
  await phone.hangUp('adam');
  await begin(phone);
  clock.ms += 100;
  await phone.hangUp('helena');
  expect(ended).toEqual(['hangUp adam', 'hangUp helena']);
});

test('a double click on Back to caller does not hang up on the caller', async () => {
  const { clock, ended, phone } = guardedPhone();
  await backToCaller(phone, { main: buildDeskCall({ callId: 'helena' }), asked: buildDeskCall({ callId: 'marta' }) });
  clock.ms += 100;
  await phone.hangUp('helena');
  expect(ended).toEqual(['hangUp marta']);
});
