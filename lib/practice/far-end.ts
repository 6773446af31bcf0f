import { randomUUID } from 'node:crypto';
import { now } from '../clock.ts';
import { actOnCall, recordEvents } from '../intake/record-event.ts';
import { log } from '../log.ts';
import type { PracticeDevice } from './queries.ts';

const RING_MS = 1_000;
const NO_ANSWER_MS = 60_000;

type FarEnd = 'answers' | 'is_busy' | 'never_answers';

/** How the called side of a practice call behaves, by the last two digits of its number (contract.md). */
export function farEndOf(number: string): FarEnd {
  if (number.endsWith('00')) return 'is_busy';
  return number.endsWith('01') ? 'never_answers' : 'answers';
}

/** `presents`: the number shown to whom it calls, in E.164. */
export type Dialling = { number: string; presents: string | null };

/**
 * Dials out: the call is stored and ringing when this resolves, and the called side acts by itself a second later.
 * That later act lives in this process only; where the process dies before it, the sweep ends the call.
 */
export async function dial(device: PracticeDevice, { number, presents }: Dialling, at: Date): Promise<{ pbxCallId: string }> {
  const pbxCallId = `practice-${randomUUID()}`;
  const call = {
    callId: pbxCallId,
    direction: 'outbound',
    from: { number: device.extension },
    to: { number },
    extension: device.extension,
    ...(presents && { line: presents }),
  } as const;

  await recordEvents(device.source, `practice:${randomUUID()}`, [
    { type: 'call.offered', occurredAt: at, call },
    { type: 'leg.ringing', occurredAt: at, call: { callId: pbxCallId, legId: 'far' } },
  ]);

  const farEnd = farEndOf(number);
  setTimeout(() => void respond(device, pbxCallId, farEnd), farEnd === 'never_answers' ? NO_ANSWER_MS : RING_MS).unref();
  return { pbxCallId };
}

async function respond(device: PracticeDevice, pbxCallId: string, farEnd: FarEnd): Promise<void> {
  try {
    await actOnCall(device.source, `practice:${randomUUID()}`, pbxCallId, (fold) => {
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
  } catch (error) {
    log.error({ err: error, pbxCallId }, 'The called side of a practice call could not respond');
  }
}
