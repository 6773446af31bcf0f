import { randomUUID } from 'node:crypto';
import { now } from '../clock.ts';
import { actOnCall } from '../intake/record-event.ts';
import { act, toIncoming } from './exchange.ts';
import { farEndOf, farEndTakesMs } from './far-end.ts';
import { later } from './later.ts';
import type { CallAtPbx, PracticeDevice } from './queries.ts';
import { awaitColleague, ringBack } from './ring-back.ts';
import {
  gaveAway,
  readiness,
  ringing,
  type TransferOutcome,
  type TransferTarget,
  transferred,
  writtenAs,
} from './transfer-rules.ts';

/** The call leaves the device at once and rings at the target. Where nobody takes it there, it comes back. */
export async function transferBlind(
  call: CallAtPbx,
  device: PracticeDevice,
  to: TransferTarget,
  at: Date,
): Promise<TransferOutcome> {
  let outcome: TransferOutcome = 'ended';
  const legId = randomUUID();

  const isNew = await act(call, at, (fold, occurredAt) => {
    outcome = readiness(fold, device);
    if (outcome !== 'done') {
      if (gaveAway(fold, device, 'blind', writtenAs(to))) outcome = 'done';
      return null;
    }
    return [transferred(call, device, { kind: 'blind', to }, occurredAt), ...ringing(call.pbxCallId, legId, to, occurredAt)];
  });

  if (isNew && 'extension' in to) awaitColleague(call, legId);
  if (isNew && 'number' in to) awaitOutside(call, to.number);
  return outcome;
}

/** Out of the house: busy, or nobody there, and the call comes back as from a colleague. */
function awaitOutside({ pbxCallId, source }: CallAtPbx, number: string): void {
  if (farEndOf(number) === 'answers') return;

  later(farEndTakesMs(number), pbxCallId, () =>
    actOnCall(source, `practice:${randomUUID()}`, pbxCallId, (fold) => {
      if (!fold || fold.phase === 'ended' || fold.transfers.at(-1)?.to !== number) return null;
      const back = ringBack(fold, pbxCallId, now());
      return back && [toIncoming(back, 0)];
    }),
  );
}
