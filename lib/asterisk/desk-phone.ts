import { randomUUID } from 'node:crypto';
import { doneWith, refused } from '../action-result.ts';
import { now } from '../clock.ts';
import { actOnCall, recordEvents } from '../intake/record-event.ts';
import { presentedLine } from '../lines/presented-line.ts';
import type { Outside } from '../outgoing/outside.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import type { ActAnswer, Presser } from '../softphone/act-answer.ts';
import type { PhoneAct } from '../softphone/schema.ts';
import { hangUpAt, newClickId, placeCall, ringAgain } from './commands.ts';
import { isRegistered } from './endpoints.ts';
import { type AsteriskDevice, callOfUser, callRingingAt, tieClick } from './phone-queries.ts';
import type { AsteriskServer } from './servers.ts';
import { withAmi } from './with-ami.ts';

/** Whose phone it is, and how its PBX is reached. */
export type PhoneHere = { user: Presser; device: AsteriskDevice; server: AsteriskServer; outside?: Outside };

type Dial = Extract<PhoneAct, { act: 'dial' }>;

/**
 * Click to call (S2.9b): the desk phone rings, and dials when it is picked up. The call is ours before Asterisk knows of it, so
 * that the desk shows it from the first moment; whatever the bridge hears of it follows on that.
 */
export async function dialFromDesk(here: PhoneHere, asked: Dial): Promise<ActAnswer> {
  const { device, server, user } = here;
  const number = dialled(asked.number, server);
  if (!number) return refused('numberInvalid');

  const line = await presentedLine(user, asked.lineId);
  if (!line.ok) return line;

  const pbxCallId = newClickId(randomUUID());
  const presents = line.data?.e164 ?? null;
  await announce(here, pbxCallId, number, presents);
  const callId = await tieClick(server.source.id, pbxCallId, asked.deliveryId);

  try {
    const click = { pbxCallId, extension: device.extension, number, presents };
    if (await withAmi(server, (session) => placeCall(session, server, click), here.outside)) return doneWith({ callId });
  } catch (error) {
    // Nobody knows whether Asterisk took it: what is heard of it later counts more.
    await giveUp(here, pbxCallId, { isCertain: false });
    throw error;
  }
  await giveUp(here, pbxCallId, { isCertain: true });
  return refused('unavailable');
}

/** A whole number of some country, or a colleague's extension (R40). */
function dialled(typed: string, { source, config }: AsteriskServer): string | null {
  const number = readNumber(typed, source.country);
  if (number.kind === 'extension') return config.extension.test(number.extension) ? number.extension : null;
  return number.kind === 'number' && isCallable(number.e164) ? number.e164 : null;
}

function announce({ device, server }: PhoneHere, callId: string, number: string, presents: string | null) {
  const direction = server.config.extension.test(number) ? 'internal' : 'outbound';
  const { extension } = device;
  const call = { callId, direction, from: { number: extension }, to: { number }, extension } as const;
  const line = direction === 'outbound' && presents ? { line: presents } : {};
  return recordEvents(server.source, `click:${callId}`, [
    { type: 'call.offered', occurredAt: now(), seq: 0, call: { ...call, ...line } },
  ]);
}

/** The call that Asterisk was asked for has failed, as far as we know. */
async function giveUp({ server, device }: PhoneHere, callId: string, { isCertain }: { isCertain: boolean }): Promise<void> {
  const call = { callId, extension: device.extension };
  const end = { cause: 'failed', by: 'system' } as const;
  await actOnCall(server.source, `click:${callId}:failed`, callId, (fold) => {
    if (!fold || fold.phase === 'ended') return null;
    const event = { type: 'call.ended', occurredAt: now(), seq: 1, call, end } as const;
    return [isCertain ? { index: 0, event } : { index: 0, event, estimatedAfter: fold.eventCount }];
  });
}

export async function hangUpAtDesk(here: PhoneHere, callId: string): Promise<ActAnswer> {
  const { device, server } = here;
  const call = await callOfUser(callId, device);
  if (!call) return refused('notFound');
  // The call is gone, as was asked.
  if (call.phase === 'ended') return doneWith({ callId });

  const isDone = await withAmi(server, (session) => hangUpAt(session, server, call, device.extension), here.outside);
  return isDone ? doneWith({ callId }) : refused('callEnded');
}

/**
 * Brings a call that this user has, or that rings at them, to the phone they are at now: a browser that was closed, or died, had it
 * before, and Asterisk rings only where a phone was when the call came.
 */
export async function resumeHere(here: PhoneHere, callId: string): Promise<ActAnswer> {
  const { device, server } = here;
  const own = await callOfUser(callId, device);
  if (own?.phase === 'ended') return refused('callEnded');
  if (own && own.phase !== 'talking' && own.phase !== 'held') return refused('impossible');
  const call = own ?? (await callRingingAt(callId, device));
  if (!call) return refused('notFound');

  return withAmi(
    server,
    async (session) => {
      // Asked of Asterisk itself: the caller would lose the line where nothing rings, and a phone that has just registered may.
      if (!(await isRegistered(session, device.extension))) return refused('phoneNotConnected');
      return (await ringAgain(session, server, call, device.extension)) ? doneWith({ callId }) : refused('callEnded');
    },
    here.outside,
  );
}
