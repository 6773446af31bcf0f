import type { CallRow } from '../calls/row.ts';
import type { CallFold } from '../calls/types.ts';
import type { SettledCall } from '../missed-calls/record-calls.ts';
import { readNumber } from '../phone-number.ts';
import type { Source } from './source.ts';

/**
 * A call from outside whose being missed or answered is news; null where nothing about that has changed. Most events of a call say
 * nothing of it.
 */
export function settledCall(
  source: Pick<Source, 'id' | 'country'>,
  { id, fold, line }: Pick<CallRow, 'id' | 'fold' | 'line'>,
  before: CallFold | null,
): SettledCall | null {
  const wasMissed = before?.isMissed ?? false;
  const isInbound = fold.direction === 'inbound';
  if (!isInbound && !wasMissed) return null;
  // An end that is heard of first says neither where the call came from nor where it went: the rest corrects it (R3).
  const isRetold = before !== null && wasMissed && fold.isMissed && !isSameCall(before, fold);
  const isNews = fold.isMissed !== wasMissed || (isInbound && fold.answeredAt !== null && !before?.answeredAt) || isRetold;
  if (!isNews) return null;

  const number = readNumber(fold.from.number, source.country);
  return {
    callId: id,
    connectionId: source.id,
    lineId: line?.id ?? null,
    caller: {
      e164: number.kind === 'number' ? number.e164 : null,
      display: number.kind === 'withheld' ? '' : number.display,
      name: fold.from.name,
    },
    isMissed: fold.isMissed,
    isRetold,
    startedAt: fold.startedAt,
    answeredAt: isInbound ? fold.answeredAt : null,
    waitSeconds: fold.waitSeconds,
  };
}

function isSameCall(one: CallFold, other: CallFold): boolean {
  return (
    one.from.number === other.from.number &&
    one.line === other.line &&
    one.to.number === other.to.number &&
    one.startedAt.getTime() === other.startedAt.getTime()
  );
}
