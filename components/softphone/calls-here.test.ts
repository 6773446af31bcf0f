import { expect, test } from 'vitest';
import { buildDeskCall } from '@/lib/softphone/build-desk-call';
import { buildSipCall } from '@/lib/softphone/sip/build-sip-call';
import type { JoinedCall } from '@/lib/softphone/sip/join-calls';
import { noPhoneYet } from '@/lib/softphone/sip/lead-phone';
import { callsHere } from './calls-here';

const at = (minute: number) => `2026-11-29T10:0${minute}:00.000Z`;

function joined(id: string, phase: JoinedCall['phase'], minute: number): JoinedCall {
  const sip = phase === 'elsewhere' ? null : buildSipCall({ id, phase: phase === 'held' ? 'talking' : phase });
  return { call: buildDeskCall({ callId: id, startedAt: at(minute) }), phase, sip };
}

test('the call that the operator talks in comes first, before older ones and those set aside', () => {
  const calls = [joined('held', 'held', 1), joined('aside', 'talking', 2), joined('mine', 'talking', 3)];
  const { current } = callsHere(calls, { ...noPhoneYet, focus: 'mine' });
  expect(current.map(({ cardKey }) => cardKey)).toEqual(['mine', 'aside', 'held']);
});

test('one on hold is no longer talked in', () => {
  const calls = [joined('held', 'held', 1), joined('dialled', 'dialling', 2)];
  const { current } = callsHere(calls, { ...noPhoneYet, focus: 'held' });
  expect(current.map(({ cardKey }) => cardKey)).toEqual(['dialled', 'held']);
});
