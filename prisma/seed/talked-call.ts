import { displayNumber } from '../../lib/phone-number.ts';
import { buildCall, buildLeg } from '../factories/calls.ts';
import type { Random } from './random.ts';
import type { SeededLine, StaffMember } from './staff.ts';
import { secondsFrom } from './time.ts';

const WAIT_SECONDS = 9;

type Talk = {
  connectionId: string;
  at: Date;
  /** Of the other side. */
  number: string;
  line: SeededLine;
  operator: StaffMember;
  direction: 'inbound' | 'outbound';
  talkSeconds: number;
};

/** A call that is over, on which these two spoke. */
export function talkedCall(random: Random, { connectionId, at, number, line, operator, direction, talkSeconds }: Talk) {
  const [answeredAt, endedAt] = [secondsFrom(at, WAIT_SECONDS), secondsFrom(at, WAIT_SECONDS + talkSeconds)];
  const outside = { e164: number, display: displayNumber(number, 'PL') };
  const [from, to] = direction === 'outbound' ? [line, outside] : [outside, line];
  const row = buildCall({
    id: random.uuid(),
    connectionId,
    pbxCallId: `seed.talk.${Math.floor(at.getTime() / 1000)}.${random.int(1, 999_999)}`,
    direction,
    phase: 'ended',
    fromE164: from.e164,
    fromRaw: from.e164,
    fromDisplay: from.display,
    toE164: to.e164,
    toRaw: to.e164,
    toDisplay: to.display,
    lineId: line.id,
    ...(direction === 'inbound' && { class: 'new_customer', classReasons: [{ key: 'hotline', lineId: line.id }] }),
    startedAt: at,
    answeredAt,
    endedAt,
    lastEventAt: endedAt,
    lastHeardAt: endedAt,
    cause: 'completed',
    endedBy: 'caller',
    operatorId: operator.id,
    operatorExtension: operator.extension,
    waitSeconds: WAIT_SECONDS,
    talkSeconds,
    eventCount: 4,
  });
  const leg = buildLeg({
    callId: row.id,
    legId: `ext:${operator.extension}`,
    extension: operator.extension,
    userId: operator.id,
    state: 'ended',
    ringingAt: at,
    answeredAt,
    endedAt,
    cause: 'completed',
  });
  return { row, leg };
}
