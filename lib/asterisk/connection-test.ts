import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outside } from '../outgoing/outside.ts';
import { type AmiSession, openAmi } from './ami-client.ts';
import type { AmiMessage } from './ami-protocol.ts';
import { listEndpoints, operatorsOf } from './endpoints.ts';
import { AmiFailure, type PbxProblem } from './problems.ts';
import type { AsteriskServer } from './servers.ts';

/** Settings as they are stored, or as somebody has typed them and not saved yet. */
export type TestedServer = Pick<AsteriskServer, 'ami' | 'config' | 'dialContext' | 'resumeContext'>;

export type ConnectionTest =
  | { ok: true; facts: { version: string; operators: string[]; registered: string[] } }
  /** `name` fills the sentence of a problem that is about one thing of several. */
  | { ok: false; problem: PbxProblem; name?: string };

/** What the bridge, a desk phone and this test ask of Asterisk. */
const NEEDED_ACTIONS = [
  'CoreSettings',
  'CoreShowChannels',
  'DBDel',
  'DBGetTree',
  'DBPut',
  'Hangup',
  'Originate',
  'PJSIPShowEndpoints',
  'Redirect',
  'ShowDialPlan',
] as const;
/** How long the event of something that happens at once may take. */
const EVENT_PATIENCE_MS = 2_000;

/** Connects, and says the first thing that is wrong between this Offhook and that Asterisk. Changes nothing there. */
export async function testConnection(server: TestedServer, outside?: Outside): Promise<ConnectionTest> {
  const heard = createEars();
  let session: AmiSession | undefined;
  try {
    session = await openAmi(server.ami, { events: 'call,agent,system', outside, onEvent: heard.hear });
    return (await findFault(session, heard, server)) ?? { ok: true, facts: await factsOf(session, server) };
  } catch (error) {
    if (error instanceof AmiFailure) return fault(error.problem);
    throw error;
  } finally {
    session?.close();
  }
}

function fault(problem: PbxProblem, name?: string): ConnectionTest {
  return name === undefined ? { ok: false, problem } : { ok: false, problem, name };
}

async function findFault(session: AmiSession, heard: Ears, server: TestedServer): Promise<ConnectionTest | null> {
  const { fields: allowed } = await session.ask({ Action: 'ListCommands' });
  const missing = NEEDED_ACTIONS.filter((action) => allowed[action] === undefined);
  // Who may write to its database may read it too: such an Asterisk does not know the action yet.
  if (missing.length === 1 && missing[0] === 'DBGetTree') return fault('asteriskTooOld');
  if (missing.length > 0) return fault('noPermission');
  return (await faultOfEvents(session, heard)) ?? (await faultOfPlan(session, server));
}

/**
 * Asterisk tells nobody which events they would get. Two are certain: that it has booted, at each login, and the channel of a
 * call to an extension that nobody has, which begins and ends in the same instant.
 */
async function faultOfEvents(session: AmiSession, heard: Ears): Promise<ConnectionTest | null> {
  const probe = `Local/offhook-probe-${randomUUID()}@offhook-nowhere`;
  const isOfProbe = (event: AmiMessage) => event.Event === 'Newchannel' && event.Channel?.startsWith(probe) === true;
  await session.ask({ Action: 'Originate', Channel: probe, Application: 'Wait', Data: '0', Async: 'true' });

  const [booted, channel] = await Promise.all([heard.wait((event) => event.Event === 'FullyBooted'), heard.wait(isOfProbe)]);
  if (!booted || !channel) return fault('noPermission');
  return channel.Timestamp ? null : fault('timestampsMissing');
}

async function faultOfPlan(session: AmiSession, server: TestedServer): Promise<ConnectionTest | null> {
  const endpoints = await listEndpoints(session);
  const trunk = server.config.trunks.find((each) => endpoints.every(({ name }) => name !== each));
  if (trunk !== undefined) return fault('trunkMissing', trunk);
  if (operatorsOf(endpoints, server.config).length === 0) return fault('patternMatchesNobody');

  for (const context of [server.dialContext, server.resumeContext]) {
    const { isDone } = await session.ask({ Action: 'ShowDialPlan', Context: context });
    if (!isDone) return fault('contextMissing', context);
  }
  return null;
}

async function factsOf(session: AmiSession, { config }: TestedServer) {
  const { fields } = await session.ask({ Action: 'CoreSettings' });
  const operators = operatorsOf(await listEndpoints(session), config);
  return {
    version: fields.AsteriskVersion ?? '',
    operators: operators.map(({ name }) => name),
    registered: operators.flatMap(({ name, isRegistered }) => (isRegistered ? [name] : [])),
  };
}

type Ears = ReturnType<typeof createEars>;

function createEars() {
  const heard: AmiMessage[] = [];
  let listeners: ((event: AmiMessage) => void)[] = [];

  return {
    hear: (event: AmiMessage): void => {
      heard.push(event);
      for (const listen of listeners) listen(event);
    },
    /** The first such event, past or to come; null when none comes. */
    wait: async (isMeant: (event: AmiMessage) => boolean): Promise<AmiMessage | null> => {
      const past = heard.find(isMeant);
      if (past) return past;

      const come = new Promise<AmiMessage>((resolve) => {
        listeners = [...listeners, (event) => isMeant(event) && resolve(event)];
      });
      return Promise.race([come, wait(EVENT_PATIENCE_MS, null, { ref: false })]);
    },
  };
}
