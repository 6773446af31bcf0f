import { randomUUID } from 'node:crypto';
import type { CallEvent } from '../calls/types.ts';
import { actOnCalls } from '../intake/record-event.ts';
import { toIncoming } from './exchange.ts';
import { awaitFarEnd, outsideCall } from './far-end.ts';
import { type CallAtPbx, countPastConsults, type PracticeDevice } from './queries.ts';
import { awaitColleague } from './ring-back.ts';
import {
  after,
  gaveAway,
  insideCall,
  joinability,
  joinedTo,
  readiness,
  ringing,
  type TransferOutcome,
  type TransferTarget,
  transferred,
  writtenAs,
} from './transfer-rules.ts';

/** Holds the call and dials the one to be asked, in a call of its own. Asked twice at once, it is one call. */
export async function consult(
  main: CallAtPbx,
  device: PracticeDevice,
  to: TransferTarget,
  /** The number shown to somebody outside. */
  presents: string | null,
  at: Date,
): Promise<{ outcome: TransferOutcome; pbxCallId: string }> {
  // The same id in both tabs that ask at once, and another one after a consultation that is over.
  const idsBegin = `practice-consult-${main.id}-`;
  const pbxCallId = `${idsBegin}${await countPastConsults(device, idsBegin)}`;
  const legId = randomUUID();
  let outcome: TransferOutcome = 'ended';

  const isNew = await actOnCalls(device.source, postId(), [main.pbxCallId, pbxCallId], ([fold, running]) => {
    if (!fold || fold.phase === 'ended') return null;
    outcome = readiness(fold, device);
    if (running) outcome = running.phase !== 'ended' && running.to.number === writtenAs(to) ? 'done' : 'notMine';
    if (running || outcome !== 'done') return null;

    const occurredAt = after(at, fold);
    const held = { type: 'call.held', occurredAt, call: { callId: main.pbxCallId, extension: device.extension } } as const;
    const asked = 'number' in to ? outsideCall(device, pbxCallId, { number: to.number, presents }, occurredAt) : [];
    return [
      ...(fold.phase === 'talking' ? [held] : []),
      ...('extension' in to ? [insideCall(device, pbxCallId, to.extension, occurredAt)] : asked),
      ...ringing(pbxCallId, legId, to, occurredAt),
    ].map(toIncoming);
  });

  if (isNew && 'extension' in to) awaitColleague({ pbxCallId, source: device.source }, legId);
  if (isNew && 'number' in to) awaitFarEnd(device, pbxCallId, to.number);
  return { outcome, pbxCallId };
}

/** The two other sides are joined, and the device is out of both calls. */
export async function completeTransfer(
  main: CallAtPbx,
  asked: CallAtPbx,
  device: PracticeDevice,
  at: Date,
): Promise<TransferOutcome> {
  let outcome: TransferOutcome = 'ended';

  await actOnCalls(device.source, postId(), [main.pbxCallId, asked.pbxCallId], ([fold, consultation]) => {
    if (!fold || !consultation) return null;
    outcome = joinability(fold, consultation, device);
    const to = joinedTo(consultation);
    if (outcome !== 'done' || !to) return null;
    if (gaveAway(fold, device, 'attended', writtenAs(to))) return null;

    const occurredAt = after(at, fold, consultation);
    return [
      transferred(main, device, { kind: 'attended', to, consultCallId: asked.pbxCallId }, occurredAt),
      endOfConsultation(asked, occurredAt),
    ].map(toIncoming);
  });
  return outcome;
}

function endOfConsultation({ pbxCallId }: CallAtPbx, occurredAt: Date): CallEvent {
  return { type: 'call.ended', occurredAt, call: { callId: pbxCallId }, end: { cause: 'completed', by: 'operator' } };
}

function postId(): string {
  return `practice:${randomUUID()}`;
}
