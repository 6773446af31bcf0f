import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Outside } from '../outgoing/outside.ts';

// For tests: an Asterisk that speaks the manager interface and does as it is told. What it answers was taken off a real one (22).

export const SECRET = 'a secret of the manager';

/** Lets a test reach its own machine, as a deployer lets Offhook reach a PBX in the house. */
export const LOOPBACK: Outside = {
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  allowedPrivateHosts: ['127.0.0.1', 'pbx.lan'],
  timeoutMs: 2_000,
};

type Fields = Record<string, string>;
export type Action = { name: string; fields: Fields; variables: string[] };
type ListAnswer = { event: string; complete: string; items: Fields[] };

/** What this Asterisk has; a test changes it while it runs. */
export type Furniture = {
  user: string;
  channels: Fields[];
  endpoints: Fields[];
  contexts: string[];
  database: Map<string, string>;
  /** Actions it knows but does not allow. */
  denied: string[];
  /** Whether its account hears of calls. */
  hearsCalls: boolean;
  timestamps: boolean;
  banner: string;
};

type Peer = { socket: Socket; events: boolean; challenge: string };

export async function startAsteriskDouble(overrides: Partial<Furniture> = {}) {
  const furniture: Furniture = {
    user: 'offhook',
    channels: [],
    endpoints: [],
    contexts: ['offhook-operators', 'offhook-resume'],
    database: new Map(),
    denied: [],
    hearsCalls: true,
    timestamps: true,
    banner: 'Asterisk Call Manager/11.0.0',
    ...overrides,
  };
  const peers = new Set<Peer>();
  const asked: Action[] = [];
  let logins = 0;
  let isStalled = false;
  let waiting: (() => void)[] = [];

  function changed(): void {
    const all = waiting;
    waiting = [];
    for (const look of all) look();
  }

  const server = createServer((socket) => {
    const peer: Peer = { socket, events: false, challenge: '123456789' };
    peers.add(peer);
    socket.on('close', () => peers.delete(peer));
    socket.on('error', () => undefined);
    if (isStalled) return;

    socket.write(`${furniture.banner}\r\n`);
    let rest = '';
    socket.on('data', (bytes) => {
      rest += bytes.toString();
      for (let end = rest.indexOf('\r\n\r\n'); end >= 0; end = rest.indexOf('\r\n\r\n')) {
        const action = readAction(rest.slice(0, end));
        rest = rest.slice(end + 4);
        asked.push(action);
        if (!isStalled) answer(peer, action);
        changed();
      }
    });
  });

  function answer(peer: Peer, { name, fields }: Action): void {
    const id: Fields = fields.ActionID ? { ActionID: fields.ActionID } : {};
    const say = (message: Fields): void => void peer.socket.write(written(message));
    const yes = (more: Fields = {}) => say({ Response: 'Success', ...id, ...more });
    const no = (message: string) => say({ Response: 'Error', ...id, Message: message });
    const list = ({ event, complete, items }: ListAnswer) => {
      yes({ EventList: 'start', Message: 'A list follows' });
      for (const item of items) say({ Event: event, ...id, ...item });
      say({ Event: complete, ...id, EventList: 'Complete', ListItems: String(items.length) });
    };
    const key = `/${fields.Family}/${fields.Key}`;

    if (furniture.denied.includes(name)) {
      no('Permission denied');
      return;
    }
    switch (name) {
      case 'Challenge':
        yes({ Challenge: peer.challenge });
        break;
      case 'Login': {
        const digest = createHash('md5').update(`${peer.challenge}${SECRET}`).digest('hex');
        if (fields.Username !== furniture.user || fields.Key !== digest) {
          no('Authentication failed');
          peer.socket.end();
          break;
        }
        logins += 1;
        peer.events = fields.Events !== 'off';
        yes({ Message: 'Authentication accepted' });
        // Without a time, whatever manager.conf says.
        if (peer.events && furniture.hearsCalls) say({ Event: 'FullyBooted', Status: 'Fully Booted' });
        break;
      }
      case 'Ping':
        yes({ Ping: 'Pong', Timestamp: String(Date.now() / 1000) });
        break;
      case 'CoreSettings':
        yes({ AsteriskVersion: '22.10.1', SystemName: '' });
        break;
      case 'ListCommands':
        yes(Object.fromEntries(KNOWN.filter((each) => !furniture.denied.includes(each)).map((each) => [each, 'Does.'])));
        break;
      case 'CoreShowChannels':
        list({ event: 'CoreShowChannel', complete: 'CoreShowChannelsComplete', items: furniture.channels });
        break;
      case 'PJSIPShowEndpoints':
        list({ event: 'EndpointList', complete: 'EndpointListComplete', items: furniture.endpoints });
        break;
      case 'ShowDialPlan':
        if (furniture.contexts.includes(fields.Context ?? ''))
          list({ event: 'ListDialplan', complete: 'ShowDialPlanComplete', items: [{ Context: fields.Context ?? '' }] });
        else no(`Did not find context ${fields.Context}`);
        break;
      case 'DBGetTree': {
        const items = [...furniture.database].map(([Key, Val]) => ({ Key, Val }));
        list({ event: 'DBGetTreeResponse', complete: 'DBGetTreeComplete', items });
        break;
      }
      case 'DBPut':
        furniture.database.set(key, fields.Val ?? '');
        yes();
        break;
      case 'DBDel':
        if (furniture.database.delete(key)) yes();
        else no('Database entry not found');
        break;
      case 'Originate': {
        yes({ Message: 'Originate successfully queued' });
        const ids = { Uniqueid: fields.ChannelId ?? '', Linkedid: fields.ChannelId ?? '' };
        if (fields.Channel?.startsWith('Local/')) send({ Event: 'Newchannel', Channel: `${fields.Channel}-00000000;1`, ...ids });
        break;
      }
      case 'Redirect':
      case 'Hangup':
        if (furniture.channels.some((each) => each.Channel === fields.Channel)) yes();
        else no('No such channel');
        break;
      default:
        no(`Invalid/unknown command: ${name}.`);
    }
  }

  /** Tells every connection that listens. */
  function send(event: Fields): void {
    const stamp: Fields = furniture.timestamps && !event.Timestamp ? { Timestamp: String(Date.now() / 1000) } : {};
    for (const peer of peers) if (peer.events && furniture.hearsCalls) peer.socket.write(written({ ...event, ...stamp }));
  }

  async function listen(port: number): Promise<number> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  function dropAll(): void {
    for (const { socket } of peers) socket.destroy();
  }

  function stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    dropAll();
    return closed;
  }

  const port = await listen(0);
  return {
    port,
    furniture,
    /** Every action asked so far. */
    asked,
    logins: () => logins,
    /** How many connections listen to events. */
    listeners: () => [...peers].filter((peer) => peer.events).length,
    until: async (condition: () => boolean): Promise<void> => {
      while (!condition()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    send,
    /** As when it crashes: connections break, calls are gone. */
    dropAll,
    /** Takes what comes and says nothing more: a connection that is half open. */
    stall: (stalled = true) => {
      isStalled = stalled;
    },
    stop,
    restart: () => listen(port),
  };
}

export type AsteriskDouble = Awaited<ReturnType<typeof startAsteriskDouble>>;

const KNOWN = [
  'CoreSettings',
  'CoreShowChannels',
  'DBDel',
  'DBGetTree',
  'DBPut',
  'Hangup',
  'ListCommands',
  'Originate',
  'PJSIPShowEndpoints',
  'Ping',
  'Redirect',
  'ShowDialPlan',
];

function readAction(text: string): Action {
  const lines = text.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const fields = Object.fromEntries(lines);
  return {
    name: fields.Action ?? '',
    fields,
    variables: lines.filter(([name]) => name === 'Variable').map(([, value]) => value),
  };
}

function written(message: Fields): string {
  return `${Object.entries(message)
    .map(([name, text]) => `${name}: ${text}\r\n`)
    .join('')}\r\n`;
}

/** A channel as CoreShowChannels lists it. */
export function buildChannel(overrides: Fields): Fields {
  return {
    Channel: 'PJSIP/trunk-00000000',
    ChannelStateDesc: 'Up',
    CallerIDNum: '48600100101',
    CallerIDName: '<unknown>',
    Context: 'from-trunk',
    Exten: '48221000001',
    Application: 'Dial',
    BridgeId: '',
    Duration: '00:00:10',
    Linkedid: overrides.Uniqueid ?? '',
    ...overrides,
  };
}

/** An endpoint as PJSIPShowEndpoints lists it, registered. */
export function buildEndpoint(name: string, overrides: Fields = {}): Fields {
  return {
    ObjectType: 'endpoint',
    ObjectName: name,
    Contacts: `${name}/sip:${name}@10.0.0.9:5060,`,
    DeviceState: 'Not in use',
    ...overrides,
  };
}
