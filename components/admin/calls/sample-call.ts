import { emptyCard } from '@/lib/caller-card/empty-card';
import type { CallOperator, DeskCall } from '@/lib/caller-card/types';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
type Word =
  | 'company'
  | 'name'
  | 'note'
  | 'city'
  | 'responsible'
  | 'operator'
  | 'manager'
  | 'line'
  | 'field'
  | 'callNote'
  | 'cardNote';

/** A made-up caller of whom everything is known, so that each fact can be seen in its place. */
export function sampleCall(word: (key: Word) => string, today: string): DeskCall {
  const ago = (ms: number) => new Date(Date.parse(today) - ms).toISOString();
  const customer = {
    id: 'sample',
    name: word('name'),
    company: word('company'),
    class: 'vip',
    note: word('note'),
    city: word('city'),
    country: 'PL',
    photoId: null,
    managerName: word('manager'),
    contact: null,
    fields: [{ label: word('field'), kind: 'text', value: '12#' }],
    hasOpen: true,
    chosenAt: null,
  } as const;

  return {
    callId: 'sample',
    pbxCallId: 'sample',
    version: 0,
    direction: 'inbound',
    phase: 'ringing',
    number: { e164: '+48600100105', display: '+48 600 100 105', isWithheld: false },
    pbxName: '',
    line: { id: 'sample', name: word('line'), display: '+48 22 100 00 01' },
    class: 'service',
    reasons: [],
    startedAt: today,
    answeredAt: null,
    endedAt: null,
    cause: null,
    isEstimated: false,
    operator: null,
    ringing: [sampleOperator(word)],
    card: {
      ...emptyCard,
      customers: [{ ...customer, fields: [...customer.fields] }],
      customerCount: 1,
      openDeliveries: [
        {
          id: 'sample',
          number: 1040,
          status: 'on_the_way',
          wantedAt: ago(12 * MINUTE_MS),
          totalMinor: 12_600,
          customerName: word('name'),
          pointOfSaleName: null,
          responsibleName: word('responsible'),
        },
      ],
      openDeliveryCount: 1,
      earlierCalls: [
        {
          id: 'sample',
          direction: 'inbound',
          startedAt: ago(DAY_MS),
          isMissed: false,
          talkSeconds: 154,
          operatorName: word('operator'),
          notes: [word('callNote')],
        },
      ],
      notes: [{ id: 'sample', text: word('cardNote'), at: ago(9 * DAY_MS), author: word('responsible') }],
    },
  };
}

export function sampleOperator(word: (key: Word) => string): CallOperator {
  return { userId: 'sample', name: word('operator'), extension: '101' };
}
