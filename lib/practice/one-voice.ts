import { now } from '../clock.ts';
import { hold } from './exchange.ts';
import { type PracticeDevice, talkingCalls } from './queries.ts';

/** A phone talks on one call at a time. */
export async function holdOthers(device: PracticeDevice, callId: string): Promise<void> {
  for (const other of await talkingCalls(device, callId)) await hold(other, device, true, now());
}
