import type { AsteriskConfig } from '../pbx/asterisk-ami.ts';
import type { AmiSession } from './ami-client.ts';

/** A device that Asterisk knows, or the way outside. */
export type Endpoint = { name: string; isRegistered: boolean };

// A device that was told of but does not answer is there as little as one that nobody told of.
const AWAY = new Set(['Unavailable', 'Invalid', 'Unknown']);

export async function listEndpoints(session: AmiSession): Promise<Endpoint[]> {
  const { items } = await session.ask({ Action: 'PJSIPShowEndpoints' });
  return items.map((item) => ({
    name: item.ObjectName ?? '',
    isRegistered: Boolean(item.Contacts) && !AWAY.has(item.DeviceState ?? ''),
  }));
}

export async function isRegistered(session: AmiSession, extension: string): Promise<boolean> {
  return (await listEndpoints(session)).some((each) => each.name === extension && each.isRegistered);
}

export function operatorsOf(endpoints: readonly Endpoint[], { trunks, extension }: AsteriskConfig): Endpoint[] {
  return endpoints.filter(({ name }) => extension.test(name) && !trunks.includes(name));
}
