import { describe, expect, test } from 'vitest';
import { buildSipCall } from './build-sip-call.ts';
import { initialSipState, nextSipState, type SipEvent } from './sip-state.ts';

const { isHeld, isMuted, isSounding, answeredAtMs, ...ringing } = buildSipCall();
const began: SipEvent = { type: 'began', call: ringing };
const after = (...events: SipEvent[]) => events.reduce(nextSipState, initialSipState);

describe('the phone’s registration', () => {
  test('a PBX that is away leaves it connecting; a refusal does not heal by itself', () => {
    expect(after({ type: 'unregistered', problem: 'unreachable' })).toMatchObject({
      registration: 'connecting',
      problem: 'unreachable',
    });
    expect(after({ type: 'unregistered', problem: 'loginRefused' })).toMatchObject({ registration: 'refused' });
    expect(after({ type: 'unregistered', problem: 'loginRefused' }, { type: 'registered' })).toMatchObject({
      registration: 'registered',
      problem: null,
    });
  });

  test('[R24] calls outlive it: their sound goes another way', () => {
    const state = after(began, { type: 'answered', id: 'sip-1', atMs: 5 }, { type: 'unregistered', problem: 'unreachable' });
    expect(state.calls).toHaveLength(1);
  });
});

describe('its calls', () => {
  test('ring, talk, are held and muted, and leave the list', () => {
    const talking = after(began, { type: 'answered', id: 'sip-1', atMs: 5 });
    expect(talking.calls).toMatchObject([{ phase: 'talking', answeredAtMs: 5, isHeld, isMuted, isSounding }]);
    expect(nextSipState(talking, { type: 'held', id: 'sip-1', isHeld: true }).calls).toMatchObject([{ isHeld: true }]);
    expect(nextSipState(talking, { type: 'muted', id: 'sip-1', isMuted: true }).calls).toMatchObject([{ isMuted: true }]);
    expect(nextSipState(talking, { type: 'ended', id: 'sip-1' }).calls).toEqual([]);
  });

  test('answered twice counts from the first time', () => {
    const twice = after(began, { type: 'answered', id: 'sip-1', atMs: 5 }, { type: 'answered', id: 'sip-1', atMs: 9 });
    expect(twice.calls).toMatchObject([{ answeredAtMs: 5 }]);
    expect(answeredAtMs).toBeNull();
  });

  test('[S3.5] take the identity that the PBX asserts', () => {
    expect(after(began, { type: 'identified', id: 'sip-1', number: '600100105', name: 'Helena' }).calls).toMatchObject([
      { number: '600100105', name: 'Helena' },
    ]);
  });

  test('news of a call that is over change nothing', () => {
    expect(after({ type: 'held', id: 'sip-1', isHeld: true })).toEqual(initialSipState);
  });
});
