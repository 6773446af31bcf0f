import { type AsteriskConfig, extensionOf, roleOf } from '../pbx/asterisk-ami.ts';
import type { AmiSession } from './ami-client.ts';
import type { AmiMessage } from './ami-protocol.ts';

/** A channel that is up at Asterisk: one device's part in a call. */
export type Channel = {
  name: string;
  /** Its Uniqueid. */
  id: string;
  linkedId: string;
  /** As Asterisk says it: `Up`, `Ringing`, `Ring`, `Down`. */
  state: string;
  exten: string;
  application: string;
  caller: { number: string; name: string };
  /** '' while it talks to nobody. */
  bridgeId: string;
  seconds: number;
};

export async function listChannels(session: AmiSession): Promise<Channel[]> {
  const { items } = await session.ask({ Action: 'CoreShowChannels' });
  return items.map(readChannel);
}

function readChannel(item: AmiMessage): Channel {
  const text = (name: string) => {
    const written = item[name] ?? '';
    return written === '<unknown>' ? '' : written;
  };
  return {
    name: text('Channel'),
    id: text('Uniqueid'),
    linkedId: text('Linkedid'),
    state: text('ChannelStateDesc'),
    exten: text('Exten') === 's' ? '' : text('Exten'),
    application: text('Application'),
    caller: { number: text('CallerIDNum'), name: text('CallerIDName') },
    bridgeId: text('BridgeId'),
    seconds: readDuration(text('Duration')),
  };
}

/** `01:02:03` → 3723. */
function readDuration(text: string): number {
  return text.split(':').reduce((sum, part) => sum * 60 + (Number(part) || 0), 0);
}

/** A call as one of its channels may name it. Asterisk renames a Linkedid when calls are joined; a channel keeps its own id. */
export type CallAtAsterisk = { pbxCallId: string; legIds: readonly string[] };

export function channelsOf(channels: readonly Channel[], call: CallAtAsterisk): Channel[] {
  return channels.filter(({ id, linkedId }) => id === call.pbxCallId || linkedId === call.pbxCallId || call.legIds.includes(id));
}

export function channelsAt(channels: readonly Channel[], extension: string, config: AsteriskConfig): Channel[] {
  return channels.filter(({ name }) => extensionOf(name, config) === extension);
}

/**
 * The channel of the one whom the operator at `extension` talks with, or who calls them: outside the house if anybody is, else a
 * colleague's.
 */
export function farChannel(channels: readonly Channel[], extension: string, config: AsteriskConfig): Channel | null {
  // A caller who hears it ring is in state Ring; Ringing is a phone that rings.
  const areThere = channels.filter(({ state }) => state === 'Up' || state === 'Ring');
  const outside = areThere.find(({ name }) => roleOf(name, config) === 'trunk');
  const colleague = areThere.find(({ name }) => ![null, extension].includes(extensionOf(name, config)));
  return outside ?? colleague ?? null;
}

/** Whether a colleague of the operator at `extension` talks there: a call that was given away is nobody's to take back. */
export function isWithColleague(channels: readonly Channel[], far: Channel, extension: string, config: AsteriskConfig): boolean {
  return channels.some(
    ({ id, name, bridgeId }) =>
      id !== far.id && bridgeId !== '' && bridgeId === far.bridgeId && ![null, extension].includes(extensionOf(name, config)),
  );
}
