import { db } from '../db/client.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import type { AmiSession } from './ami-client.ts';
import { listEndpoints, operatorsOf } from './endpoints.ts';
import type { AsteriskServer } from './servers.ts';

/** What is to be told of the devices that came or went while nobody listened. `at`: the PBX's time before it was asked. */
export async function checkDevices(session: AmiSession, { source, config }: AsteriskServer, at: Date): Promise<PbxEventInput[]> {
  const operators = operatorsOf(await listEndpoints(session), config);
  const registered = new Set(operators.flatMap(({ name, isRegistered }) => (isRegistered ? [name] : [])));

  const accounts = await db.pbxAccount.findMany({
    select: { extension: true, device: true },
    where: { connectionId: source.id },
    orderBy: { extension: 'asc' },
  });
  return accounts.flatMap(({ extension, device }): PbxEventInput[] => {
    const isRegistered = registered.has(extension);
    if (device === (isRegistered ? 'registered' : 'unregistered')) return [];
    const type = isRegistered ? 'device.registered' : 'device.unregistered';
    return [{ type, occurredAt: at.toISOString(), device: { extension } }];
  });
}
