import { refused } from '../action-result.ts';
import type { Outside } from '../outgoing/outside.ts';
import type { ActAnswer, Presser } from '../softphone/act-answer.ts';
import type { PhoneAct } from '../softphone/schema.ts';
import { dialFromDesk, hangUpAtDesk, type PhoneHere, resumeHere } from './desk-phone.ts';
import { asteriskDevice } from './phone-queries.ts';
import { AmiFailure } from './problems.ts';
import { findServer } from './servers.ts';

/**
 * What the server does for a phone at an Asterisk. A phone in the browser acts by itself: it is only helped to a call that is in
 * no browser any more. A desk phone is rung and hung up; what else it can, its own keys do.
 */
export async function actOnAsteriskPhone(user: Presser, asked: PhoneAct, outside?: Outside): Promise<ActAnswer> {
  const device = await asteriskDevice(user.id);
  if (!device || device.callsWith === 'application') return refused('phoneNotConnected');

  const server = await findServer(device.connectionId);
  if (!server) return refused('phoneNotConnected');
  try {
    return await act({ user, device, server, outside }, asked);
  } catch (error) {
    if (error instanceof AmiFailure) return refused('unavailable');
    throw error;
  }
}

async function act(here: PhoneHere, asked: PhoneAct): Promise<ActAnswer> {
  if (asked.act === 'resume') return resumeHere(here, asked.callId);
  // Also of a call that no browser has any more: the page hangs up its own calls itself.
  if (asked.act === 'hangUp') return hangUpAtDesk(here, asked.callId);
  if (here.device.callsWith !== 'desk_phone') return refused('impossible');
  if (asked.act !== 'dial') return refused('usePhoneKeys');
  if (!here.device.isRegistered) return refused('phoneNotConnected');
  return dialFromDesk(here, asked);
}
