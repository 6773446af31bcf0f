import { setTimeout as pause } from 'node:timers/promises';
import { runSipp, type SippRun } from './sipp.ts';
import { untilHeard } from './udp-port.ts';
import { openVoice, type Voice } from './voice.ts';

const HEARD_WITHIN_MS = 500;

type Address = { host: string; port: number };

/** A telephone for one call to it. */
export type Telephone = {
  /** Who called whom, as its INVITE said. */
  called: Promise<Called>;
  pickUp: () => Promise<void>;
  sayBusy: () => Promise<void>;
  decline: () => Promise<void>;
  hangUp: () => Promise<string>;
  /** `by-pbx`, `by-telephone`, `cancelled`, `busy` or `declined`; rejects when the call broke instead. */
  ended: Promise<string>;
  voice: Voice;
  run: SippRun;
};

export type Called = {
  dialled: string;
  /** The headers, as they came. */
  from: string;
  identity: string;
  offhookCall: string;
};

export async function openTelephone(local: Address, pbx: Address): Promise<Telephone> {
  const voice = await openVoice(local.host);
  const run = runSipp({ name: 'telephone', local, remote: pbx, service: 'telephone', keys: { voice_port: String(voice.port) } });
  await untilHeard(local.host, local.port);

  const ended = run.until('ended');
  const called = run.until('called').then(() => ({
    dialled: run.said('dialled') ?? '',
    from: run.said('from') ?? '',
    identity: run.said('identity') ?? '',
    offhookCall: run.said('offhook-call') ?? '',
  }));
  const answered = run.until('answered').then(() => {
    const [host = '', port] = (run.said('media') ?? '').split(' ');
    voice.speakTo(host, Number(port));
  });
  // A story may leave any of these alone.
  for (const each of [ended, called, answered]) each.catch(() => undefined);

  // A datagram may be lost on a busy machine, and one that was heard must not come twice.
  async function refuse(word: 'MESSAGE' | 'NOTIFY'): Promise<void> {
    await called;
    const isOver = ended.then(
      () => true,
      () => true,
    );
    do await run.tell(word);
    while (!(await Promise.race([isOver, pause(HEARD_WITHIN_MS, false)])));
  }

  return {
    called,
    pickUp: async () => {
      await called;
      await run.tell('INFO');
      await answered;
    },
    sayBusy: () => refuse('MESSAGE'),
    decline: () => refuse('NOTIFY'),
    hangUp: () => run.tell('INFO').then(() => ended),
    ended,
    voice,
    run,
  };
}
