import type { PoolClient } from 'pg';
import type { PbxEvent } from '../pbx/envelope.ts';
import { publish } from '../realtime/publish.ts';
import { phoneStatus } from '../users/phone-status.ts';
import type { Source } from './source.ts';

type DeviceEvent = Extract<PbxEvent, { device: unknown }>;
export type ChangedDevice = {
  userId: string;
  kind: 'practice' | 'webhook' | 'asterisk';
  extension: string;
  device: 'registered' | 'unregistered';
};

// An older word that arrives late changes nothing.
const SAVE_DEVICE = `
  update "PbxAccount" a set device = $3::"DeviceState", "deviceAt" = $4
    from "PbxConnection" c
   where c.id = a."connectionId" and a."connectionId" = $1 and a.extension = $2
     and (a."deviceAt" is null or a."deviceAt" <= $4)
  returning a."userId", c.kind, a.extension, a.device`;

export async function saveDevices(client: PoolClient, source: Source, events: PbxEvent[]): Promise<ChangedDevice[]> {
  const changed: ChangedDevice[] = [];
  for (const event of events.filter((each): each is DeviceEvent => 'device' in each)) {
    const device = event.type === 'device.registered' ? 'registered' : 'unregistered';
    const { rows } = await client.query<ChangedDevice>(SAVE_DEVICE, [
      source.id,
      event.device.extension,
      device,
      event.occurredAt,
    ]);
    changed.push(...rows);
  }
  return changed;
}

export function announceDevices(devices: ChangedDevice[]): void {
  for (const each of devices) publish(`user:${each.userId}`, 'phone:changed', phoneStatus(each));
}
