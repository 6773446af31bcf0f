import type { PoolClient } from 'pg';
import type { PbxEvent } from '../pbx/envelope.ts';
import { publish } from '../realtime/publish.ts';
import { phoneStatus } from '../users/phone-status.ts';
import type { CallsWith } from '../users/types.ts';
import type { Source } from './source.ts';

type DeviceEvent = Extract<PbxEvent, { device: unknown }>;
export type ChangedDevice = {
  userId: string;
  kind: 'practice' | 'webhook' | 'asterisk';
  callsWith: CallsWith;
  extension: string;
  device: 'registered' | 'unregistered';
  isActive: boolean;
  hasLogin: boolean;
};

// An older word that arrives late changes nothing. A clock ahead of ours counts as ours: its word must not outlive the next (R11).
const SAVE_DEVICE = `
  update "PbxAccount" a set device = $3::"DeviceState", "deviceAt" = least($4, now())
    from "PbxConnection" c, "User" u
   where c.id = a."connectionId" and u.id = a."userId" and a."connectionId" = $1 and a.extension = $2
     and (a."deviceAt" is null or a."deviceAt" <= $4)
  returning a."userId", c.kind, u."callsWith", a.extension, a.device, a."isActive",
            (a.login <> '' and a."sealedPassword" is not null) as "hasLogin"`;

export async function saveDevices(client: PoolClient, source: Source, events: { event: PbxEvent }[]): Promise<ChangedDevice[]> {
  const changed: ChangedDevice[] = [];
  const told = events.map((each) => each.event).filter((each): each is DeviceEvent => 'device' in each);
  // In one order in every post, so that two posts of the same devices do not wait for each other for ever.
  for (const event of told.toSorted((a, b) => a.device.extension.localeCompare(b.device.extension))) {
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

/** Phone status speaks of a user's active account only (contract.md). */
export function announceDevices(devices: ChangedDevice[]): void {
  for (const each of devices.filter((device) => device.isActive))
    publish(`user:${each.userId}`, 'device:changed', phoneStatus(each));
}
