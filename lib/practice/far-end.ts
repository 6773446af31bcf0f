import { randomUUID } from 'node:crypto';
import type { CallEvent } from '../calls/types.ts';
import { now } from '../clock.ts';
import { actOnCall, recordEvents } from '../intake/record-event.ts';
import { later } from './later.ts';
import type { PracticeDevice } from './queries.ts';

const RING_MS = 1_000;
const NO_ANSWER_MS = 60_000;

type FarEnd = 'answers' | 'is_busy' | 'never_answers';

/** How the called side of a practice call behaves, by the last two digits of its number (contract.md). */
export function farEndOf(number: string): FarEnd {
  if (number.endsWith('00')) return 'is_busy';
  return number.endsWith('01') ? 'never_answers' : 'answers';
}

/** How long the called side takes to do so. */
export function farEndTakesMs(number: string): number {
  return farEndOf(number) === 'never_answers' ? NO_ANSWER_MS : RING_MS;
}

/** `presents`: the number shown to whom it calls, in E.164. */
export type Dialling = { number: string; presents: string | null };

/** Dials out: the call is stored and ringing when this resolves, and the called side acts by itself a second later. */
export async function dial(device: PracticeDevice, dialling: Dialling, at: Date): Promise<{ pbxCallId: string }> {
  const pbxCallId = `practice-${randomUUID()}`;
  await recordEvents(device.source, `practice:${randomUUID()}`, outsideCall(device, pbxCallId, dialling, at));
  awaitFarEnd(device, pbxCallId, dialling.number);
  return { pbxCallId };
}

/** A call from a device out of the house, as it begins. */
export function outsideCall(device: PracticeDevice, pbxCallId: string, { number, presents }: Dialling, at: Date): CallEvent[] {
  const call = {
    callId: pbxCallId,
    direction: 'outbound',
    from: { number: device.extension },
    to: { number },
    extension: device.extension,
    ...(presents && { line: presents }),
  } as const;

  return [
    { type: 'call.offered', occurredAt: at, call },
    { type: 'leg.ringing', occurredAt: at, call: { callId: pbxCallId, legId: 'far' } },
  ];
}

export function awaitFarEnd(device: PracticeDevice, pbxCallId: string, number: string): void {
  later(farEndTakesMs(number), pbxCallId, () => respond(device, pbxCallId, farEndOf(number)));
}

function respond(device: PracticeDevice, pbxCallId: string, farEnd: FarEnd): Promise<boolean> {
  return actOnCall(device.source, `practice:${randomUUID()}`, pbxCallId, (fold) => {
    if (fold?.phase !== 'ringing') return null;
    const occurredAt = now();
    if (farEnd === 'answers') {
      return [
        { index: 0, event: { type: 'call.answered', occurredAt, call: { callId: pbxCallId, extension: device.extension } } },
      ];
    }
    const end = { cause: farEnd === 'is_busy' ? 'busy' : 'no_answer', by: 'system' } as const;
    return [{ index: 0, event: { type: 'call.ended', occurredAt, call: { callId: pbxCallId }, end } }];
  });
}
