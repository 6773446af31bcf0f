import { emptyCard } from '../caller-card/empty-card.ts';
import type { CallerCard, DeskCall } from '../caller-card/types.ts';

/** A call as a browser gets it, for tests: an unknown caller on the delivery hotline, ringing at Olga. */
export function buildDeskCall({
  card,
  ...facts
}: Partial<Omit<DeskCall, 'card'>> & { card?: Partial<CallerCard> } = {}): DeskCall {
  return {
    callId: 'call-1',
    pbxCallId: 'pbx-call-1',
    version: 1,
    direction: 'inbound',
    phase: 'ringing',
    number: { e164: '+48600199999', display: '+48 600 199 999', isWithheld: false },
    pbxName: '',
    line: { id: 'line-1', name: 'Delivery hotline', display: '+48 22 100 00 01' },
    class: 'service',
    reasons: [],
    startedAt: '2026-11-22T15:02:00.000Z',
    answeredAt: null,
    endedAt: null,
    cause: null,
    isEstimated: false,
    operator: null,
    ringing: [olga],
    ...facts,
    card: { ...emptyCard, ...card },
  };
}

export const olga = { userId: 'olga', name: 'Olga Operator', extension: '101' };
export const oskar = { userId: 'oskar', name: 'Oskar Operator', extension: '102' };
