import { randomUUID } from 'node:crypto';
import { recordEvents } from '../intake/record-event.ts';
import type { PracticeDevice } from './queries.ts';
import { awaitColleague } from './ring-back.ts';
import { insideCall, ringing } from './transfer-rules.ts';

/** Dials an extension of the same house: the call is stored and rings there when this resolves. */
export async function dialColleague(device: PracticeDevice, extension: string, at: Date): Promise<{ pbxCallId: string }> {
  const pbxCallId = `practice-${randomUUID()}`;
  const legId = randomUUID();

  await recordEvents(device.source, `practice:${randomUUID()}`, [
    insideCall(device, pbxCallId, extension, at),
    ...ringing(pbxCallId, legId, { extension }, at),
  ]);
  awaitColleague({ pbxCallId, source: device.source }, legId);
  return { pbxCallId };
}
