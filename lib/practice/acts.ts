import { doneWith, type Refused, refused } from '../action-result.ts';
import { now } from '../clock.ts';
import { presentedLine } from '../lines/presented-line.ts';
import type { ActAnswer, Presser } from '../softphone/act-answer.ts';
import type { PhoneAct } from '../softphone/schema.ts';
import { dialColleague } from './dial-colleague.ts';
import { answer, hangUp, hold, reject } from './exchange.ts';
import { dial } from './far-end.ts';
import { holdOthers } from './one-voice.ts';
import { type PracticeCall, type PracticeDevice, practiceCall, practiceDevice, tieToDelivery } from './queries.ts';
import { consultColleague, findTarget, joinCalls, transferCall } from './transfer-acts.ts';

type DialAct = Extract<PhoneAct, { act: 'dial' }>;
type AtMyPhone = { call: PracticeCall; device: PracticeDevice };

/**
 * Does at the user's practice phone what a button asked for. The same button pressed twice, in two tabs, or again because the
 * first reply was lost, is no mistake: where the call already is as asked, the act is done.
 */
export async function actOnPracticePhone(user: Presser, asked: PhoneAct): Promise<ActAnswer> {
  const device = await practiceDevice(user.id);
  if (!device?.isRegistered) return refused('phoneNotConnected');
  if (asked.act === 'dial') return dialNumber(user, device, asked);

  const call = await practiceCall(asked.callId, device);
  if (!call) return refused('notFound');
  const here = { call, device };

  switch (asked.act) {
    case 'answer':
      return answerCall(here);
    case 'reject':
      return rejectCall(here);
    case 'hangUp':
      return hangUpCall(here);
    case 'hold':
      return setHeld(here, asked.held);
    case 'sendDigit':
      // The practice PBX has nobody to hear a digit; it takes it as a PBX would.
      return call.phase === 'ended' ? refused('callEnded') : doneWith({ callId: call.id });
    case 'transfer':
      return transferCall(here, asked.to);
    case 'consult':
      return consultColleague(here, asked.to);
    case 'completeTransfer':
      return joinCalls(here, asked.consultCallId);
    case 'resume':
      // The practice phone lives in no browser: what is up at the PBX is up here.
      return isUpHere(call, device) ? doneWith({ callId: call.id }) : tooLate(call, device);
  }
}

async function answerCall({ call, device }: AtMyPhone): Promise<ActAnswer> {
  // The others are held once this one is won: who lost it to a colleague goes on talking.
  if (await answer(call, device, now())) {
    await holdOthers(device, call.id);
    return doneWith({ callId: call.id });
  }
  const current = await practiceCall(call.id, device);
  return isUpHere(current, device) ? doneWith({ callId: call.id }) : tooLate(current, device);
}

async function rejectCall({ call, device }: AtMyPhone): Promise<ActAnswer> {
  if (await reject(call, device, now())) return doneWith({ callId: call.id });

  // It rings here no more, which is all that was asked, whoever saw to it. Only one that was answered here cannot be rejected.
  const current = await practiceCall(call.id, device);
  return isUpHere(current, device) ? refused('conflict') : doneWith({ callId: call.id });
}

async function hangUpCall({ call, device }: AtMyPhone): Promise<ActAnswer> {
  if (await hangUp(call, device, now())) return doneWith({ callId: call.id });

  const current = await practiceCall(call.id, device);
  return current?.phase === 'ended' ? doneWith({ callId: call.id }) : tooLate(current, device);
}

async function setHeld({ call, device }: AtMyPhone, held: boolean): Promise<ActAnswer> {
  if (await hold(call, device, held, now())) {
    if (!held) await holdOthers(device, call.id);
    return doneWith({ callId: call.id });
  }
  const current = await practiceCall(call.id, device);
  const isAsAsked = isUpHere(current, device) && current?.phase === (held ? 'held' : 'talking');
  return isAsAsked ? doneWith({ callId: call.id }) : tooLate(current, device);
}

async function dialNumber(user: Presser, device: PracticeDevice, asked: DialAct): Promise<ActAnswer> {
  const target = await findTarget(device, asked.number);
  if ('ok' in target) return target;
  const line = await presentedLine(user, asked.lineId);
  if (!line.ok) return line;

  const { pbxCallId } =
    'extension' in target
      ? await dialColleague(device, target.extension, now())
      : await dial(device, { number: target.number, presents: line.data?.e164 ?? null }, now());
  const callId = await tieToDelivery(device, pbxCallId, asked.deliveryId);
  await holdOthers(device, callId);
  return doneWith({ callId });
}

function isUp(call: PracticeCall): boolean {
  return call.phase === 'talking' || call.phase === 'held';
}

function isUpHere(call: PracticeCall | null, device: PracticeDevice): boolean {
  return call !== null && isUp(call) && call.operator?.id === device.userId;
}

/** Why an act came too late, by what the call says now. */
function tooLate(call: PracticeCall | null, device: PracticeDevice): Refused {
  if (!call || call.phase === 'ended') return refused('callEnded');

  const talker = isUp(call) ? call.operator : null;
  return talker && talker.id !== device.userId ? refused('answeredByColleague', { name: talker.name }) : refused('conflict');
}
