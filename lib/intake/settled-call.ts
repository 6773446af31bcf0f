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
  if (fold.direction !== 'inbound') return null;
  const isNews = fold.isMissed !== (before?.isMissed ?? false) || (fold.answeredAt !== null && !before?.answeredAt);
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
    startedAt: fold.startedAt,
    answeredAt: fold.answeredAt,
    waitSeconds: fold.waitSeconds,
  };
}
