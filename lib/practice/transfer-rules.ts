import type { CallEvent, CallFold } from '../calls/types.ts';
import type { CallAtPbx, PracticeDevice } from './queries.ts';

// What a transfer may be and how a PBX tells of it: pure, for the two files that do it.

export type TransferTarget = { extension: string } | { number: string };
/** How an act went; done also where it was done before. */
export type TransferOutcome = 'done' | 'notMine' | 'notAnswered' | 'ended';

/** Whether this device has the call and somebody talks on it. */
export function readiness(fold: CallFold, { extension }: PracticeDevice): TransferOutcome {
  if (!fold.answeredAt) return 'notAnswered';
  return fold.holder === extension ? 'done' : 'notMine';
}

export function joinability(main: CallFold, consultation: CallFold, device: PracticeDevice): TransferOutcome {
  const to = joinedTo(consultation);
  if (to && gaveAway(main, device, 'attended', writtenAs(to))) return 'done';
  if (main.phase === 'ended') return 'ended';
  if (readiness(main, device) !== 'done' || consultation.dialledBy !== device.extension) return 'notMine';
  if (!consultation.answeredAt) return consultation.phase === 'ended' ? 'ended' : 'notAnswered';
  return consultation.phase === 'ended' || !to ? 'ended' : 'done';
}

export function joinedTo({ direction, holder, to }: CallFold): TransferTarget | null {
  if (direction === 'outbound') return { number: to.number };
  return holder ? { extension: holder } : null;
}

/** Whether the call's last transfer is this one, by this device, which has not got the call back since. */
export function gaveAway(fold: CallFold, { extension }: PracticeDevice, kind: 'blind' | 'attended', to: string): boolean {
  const last = fold.transfers.at(-1);
  return last?.kind === kind && last.fromExtension === extension && last.to === to && fold.holder !== extension;
}

export function writtenAs(to: TransferTarget): string {
  return 'extension' in to ? to.extension : to.number;
}

type Given = { kind: 'blind' | 'attended'; to: TransferTarget; consultCallId?: string };

export function transferred(
  { pbxCallId }: CallAtPbx,
  { extension }: PracticeDevice,
  { kind, to, consultCallId }: Given,
  occurredAt: Date,
): CallEvent {
  const target = 'extension' in to ? { toExtension: to.extension } : { toNumber: to.number };
  return {
    type: 'call.transferred',
    occurredAt,
    call: { callId: pbxCallId },
    transfer: { kind, fromExtension: extension, ...target, ...(consultCallId && { consultCallId }) },
  };
}

export function ringing(callId: string, legId: string, to: TransferTarget, occurredAt: Date): CallEvent[] {
  if (!('extension' in to)) return [];
  return [{ type: 'leg.ringing', occurredAt, call: { callId, legId, extension: to.extension } }];
}

export function insideCall({ extension }: PracticeDevice, callId: string, to: string, occurredAt: Date): CallEvent {
  const call = { callId, direction: 'internal', from: { number: extension }, to: { number: to }, extension } as const;
  return { type: 'call.offered', occurredAt, call };
}

/** A PBX's clock does not run backwards within a call, whatever ours does. */
export function after(at: Date, ...calls: CallFold[]): Date {
  return new Date(Math.max(at.getTime(), ...calls.map((fold) => fold.lastEventAt.getTime() + 1)));
}
