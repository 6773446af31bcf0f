'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { readNumber } from '../phone-number.ts';
import { answer, hangUp, hold, reject } from '../practice/exchange.ts';
import { dial } from '../practice/far-end.ts';
import {
  type PracticeCall,
  type PracticeDevice,
  practiceCall,
  practiceDevice,
  talkingCalls,
  tieToDelivery,
} from '../practice/queries.ts';
import { DialNumber, HoldCall, OnCall, SendDigit } from './schema.ts';

type CallAnswer = ActionResult<{ callId: string }>;

/** The caller's own phone and the call on it, or why there is none. */
async function callAtMyPhone(
  raw: unknown,
): Promise<{ call: PracticeCall; device: PracticeDevice } | Extract<CallAnswer, { ok: false }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  const input = OnCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const device = await practiceDevice(user.id);
  if (!device?.isRegistered) return refused('phoneNotConnected');
  const call = await practiceCall(input.data.callId, device);
  return call ? { call, device } : refused('notFound');
}

export async function answerCall(raw: unknown): Promise<CallAnswer> {
  const found = await callAtMyPhone(raw);
  if ('ok' in found) return found;
  const { call, device } = found;

  for (const other of await talkingCalls(device, call.id)) await hold(other, device, true, now());
  if (await answer(call, device, now())) return doneWith({ callId: call.id });
  return tooLate(call, device);
}

export async function rejectCall(raw: unknown): Promise<CallAnswer> {
  const found = await callAtMyPhone(raw);
  if ('ok' in found) return found;
  const { call, device } = found;

  return (await reject(call, device, now())) ? doneWith({ callId: call.id }) : tooLate(call, device);
}

export async function hangUpCall(raw: unknown): Promise<CallAnswer> {
  const found = await callAtMyPhone(raw);
  if ('ok' in found) return found;
  const { call, device } = found;

  return (await hangUp(call, device, now())) ? doneWith({ callId: call.id }) : tooLate(call, device);
}

export async function holdCall(raw: unknown): Promise<CallAnswer> {
  const input = HoldCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  const found = await callAtMyPhone(raw);
  if ('ok' in found) return found;
  const { call, device } = found;
  const { held } = input.data;

  if (!held) for (const other of await talkingCalls(device, call.id)) await hold(other, device, true, now());
  return (await hold(call, device, held, now())) ? doneWith({ callId: call.id }) : tooLate(call, device);
}

/** The practice PBX has nobody to hear a digit; it takes it as a PBX would. */
export async function sendDigit(raw: unknown): Promise<CallAnswer> {
  const input = SendDigit.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  const found = await callAtMyPhone(raw);
  if ('ok' in found) return found;

  return found.call.isEnded ? refused('callEnded') : doneWith({ callId: found.call.id });
}

export async function dialNumber(raw: unknown): Promise<CallAnswer> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  const input = DialNumber.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const device = await practiceDevice(user.id);
  if (!device?.isRegistered) return refused('phoneNotConnected');
  const number = readNumber(input.data.number, device.source.country);
  if (number.kind !== 'number') return refused('numberInvalid');

  for (const other of await talkingCalls(device, null)) await hold(other, device, true, now());
  const { pbxCallId } = await dial(device, number.e164, now());
  return doneWith({ callId: await tieToDelivery(device, pbxCallId, input.data.deliveryId) });
}

/** Why an act came too late, by what the call says now. */
async function tooLate(call: PracticeCall, device: PracticeDevice): Promise<Extract<CallAnswer, { ok: false }>> {
  const current = await practiceCall(call.id, device);
  if (!current || current.isEnded) return refused('callEnded');
  return current.operator ? refused('answeredByColleague', { name: current.operator }) : refused('conflict');
}
