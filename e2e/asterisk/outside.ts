import { randomUUID } from 'node:crypto';
import { OUTSIDE_HOST, type PbxSettings } from '../../scripts/asterisk/settings.ts';
import { freeUdpPort } from '../../scripts/ports.ts';
import { runSipp, type SippRun } from './sipp.ts';
import { openTelephone, type Telephone } from './telephone.ts';
import { openVoice, type Voice } from './voice.ts';

/** How a call of the outside ended: a status of SIP, or who hung up. */
export type Ending = 'by-outside' | 'by-pbx' | 'cancelled' | (string & {});

/** Somebody outside who calls in. */
export type OutsideCall = {
  /** It rings at the other end. */
  ringing: Promise<string>;
  answered: Promise<void>;
  /** Rejects when the call broke instead. */
  ended: Promise<Ending>;
  /** Before the answer this gives up, afterwards it says goodbye. */
  hangUp: () => Promise<Ending>;
  voice: Voice;
};

export type Outside = {
  /** Calls one of our lines. `from: null` withholds the number. */
  calls: (call: { from: string | null; to: string; name?: string }) => Promise<OutsideCall>;
  /** Whoever of ours dials outside next reaches this telephone, which rings until the story says what it does. */
  rings: () => Promise<Telephone>;
  /** … which picks up at the first ring. */
  answers: () => Promise<Telephone>;
  isBusy: () => Promise<Telephone>;
  doesNotAnswer: () => Promise<Telephone>;
  /** Ends what is left of all of it. */
  close: () => Promise<void>;
};

export function openOutside({ sipPort, outsidePort }: PbxSettings): Outside {
  const pbx = { host: '127.0.0.1', port: sipPort };
  const open: { run: SippRun; voice: Voice }[] = [];

  async function calls({ from, to, name = '' }: { from: string | null; to: string; name?: string }): Promise<OutsideCall> {
    const voice = await openVoice(OUTSIDE_HOST);
    const local = { host: OUTSIDE_HOST, port: await freeUdpPort(OUTSIDE_HOST) };
    const caller = from === null ? '"Anonymous" <sip:anonymous@anonymous.invalid>' : `"${name}" <sip:${from}@${OUTSIDE_HOST}>`;
    const callId = randomUUID();
    const keys = { caller, voice_port: String(voice.port), transaction: callId };
    const run = runSipp({ name: 'caller', local, remote: pbx, service: to, keys, callId });
    open.push({ run, voice });

    const ended = kept(run.until('ended'));
    const answered = run.until('media').then((media) => {
      const [host = '', port] = media.split(' ');
      voice.speakTo(host, Number(port));
    });
    return {
      ringing: kept(run.until('ringing')),
      answered: kept(answered),
      ended,
      hangUp: () => run.tell('INFO').then(() => ended),
      voice,
    };
  }

  async function rings(): Promise<Telephone> {
    const telephone = await openTelephone({ host: OUTSIDE_HOST, port: outsidePort }, pbx);
    open.push(telephone);
    return telephone;
  }

  return {
    calls,
    rings,
    answers: async () => {
      const telephone = await rings();
      void telephone.pickUp().catch(() => undefined);
      return telephone;
    },
    isBusy: async () => {
      const telephone = await rings();
      void telephone.sayBusy().catch(() => undefined);
      return telephone;
    },
    doesNotAnswer: rings,
    close: async () => {
      for (const { run, voice } of open.splice(0)) {
        await run.close();
        voice.close();
      }
    },
  };
}

/** A promise that a story may leave alone: its failure counts only where somebody waits for it. */
export function kept<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
