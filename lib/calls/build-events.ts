import { PbxEvent } from '../pbx/envelope.ts';
import type { StoredEvent } from './types.ts';

const FIRST_SECOND = Date.parse('2026-11-22T10:00:00Z');

type Words = { direction?: string; from?: object; to?: object; line?: string; legId?: string; extension?: string };

/** For tests: what a PBX says in the given second of a call that begins at 10:00. */
export function say(second: number, type: string, words: Words = {}, rest: object = {}): StoredEvent {
  const event = PbxEvent.parse({
    type,
    occurredAt: new Date(FIRST_SECOND + second * 1000).toISOString(),
    call: { callId: 'call-1', ...words },
    ...(type.endsWith('.ended') && { end: { cause: 'completed', by: 'unknown' } }),
    ...rest,
  });
  if (!('call' in event)) throw new Error(`${type} is not about a call`);
  return { event, webhookId: `${type}@${second}/${words.legId ?? words.extension ?? ''}`, index: 0 };
}

export const inbound = { direction: 'inbound', from: { number: '+48600100101' }, line: '+48221000001' } as const;
