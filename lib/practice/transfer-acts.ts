import { type ActionResult, doneWith, type Refusal, type Refused, refused } from '../action-result.ts';
import { now } from '../clock.ts';
import { usualLine } from '../lines/number-pool.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import { completeTransfer, consult } from './consultation.ts';
import { holdOthers } from './one-voice.ts';
import { callIdOf, colleagueAt, type PracticeCall, type PracticeDevice, practiceCall } from './queries.ts';
import { transferBlind } from './transfer.ts';
import type { TransferOutcome, TransferTarget } from './transfer-rules.ts';

type AtMyPhone = { call: PracticeCall; device: PracticeDevice };
type Answer = ActionResult<{ callId: string }>;

const REFUSALS: Record<Exclude<TransferOutcome, 'done'>, Refusal> = {
  notMine: 'impossible',
  notAnswered: 'notAnsweredYet',
  ended: 'callEnded',
};

export async function transferCall({ call, device }: AtMyPhone, written: string): Promise<Answer> {
  const target = await findTarget(device, written);
  if ('ok' in target) return target;

  const outcome = await transferBlind(call, device, target, now());
  return outcome === 'done' ? doneWith({ callId: call.id }) : refused(REFUSALS[outcome]);
}

/** Answers with the call in which the colleague is asked. */
export async function consultColleague({ call, device }: AtMyPhone, written: string): Promise<Answer> {
  const target = await findTarget(device, written);
  if ('ok' in target) return target;

  const line = await usualLine(device.userId, true);
  const { outcome, pbxCallId } = await consult(call, device, target, line?.e164 ?? null, now());
  if (outcome !== 'done') return refused(REFUSALS[outcome]);

  const callId = await callIdOf(device, pbxCallId);
  await holdOthers(device, callId);
  return doneWith({ callId });
}

export async function joinCalls({ call, device }: AtMyPhone, consultCallId: string): Promise<Answer> {
  const asked = await practiceCall(consultCallId, device);
  if (!asked) return refused('notFound');

  const outcome = await completeTransfer(call, asked, device, now());
  return outcome === 'done' ? doneWith({ callId: call.id }) : refused(REFUSALS[outcome]);
}

/** A colleague whose device is there to ring, or a number outside. */
export async function findTarget(device: PracticeDevice, written: string): Promise<TransferTarget | Refused> {
  const read = readNumber(written, device.source.country);
  if (read.kind === 'number') return isCallable(read.e164) ? { number: read.e164 } : refused('numberInvalid');
  if (read.kind !== 'extension') return refused('numberInvalid');

  if (read.extension === device.extension) return refused('ownExtension');
  const colleague = await colleagueAt(device, read.extension);
  if (!colleague) return refused('extensionUnknown');
  return colleague.isRegistered ? { extension: read.extension } : refused('colleagueNotConnected');
}
