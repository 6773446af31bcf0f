import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

type Address = { host: string; port: number };

type Scenario = {
  name: 'caller' | 'telephone' | 'register';
  local: Address;
  remote: Address;
  /** The user part that is called, or registered. */
  service: string;
  /** Values for the scenario's own keywords. */
  keys?: Record<string, string>;
  /** Of a call that the scenario places. */
  callId?: string;
  login?: { user: string; password: string };
};

/** One run of a scenario: one call, or one registration. */
export type SippRun = {
  /** What follows the first line that the scenario wrote with this word, waited for. Rejects when sipp ends without it. */
  until: (word: string) => Promise<string>;
  /** The same of what was written already; null where nothing was. */
  said: (word: string) => string | null;
  /** A word of the story's to the scenario: a request with the call's id. */
  tell: (method: 'INFO' | 'MESSAGE' | 'NOTIFY') => Promise<void>;
  ended: Promise<void>;
  /**
   * Ends it, its call being over: what it still owes the PBX is said first. What a PBX is not answered it repeats for 32 seconds
   * (RFC 3261, timers B and F), to whoever has the address by then: the telephone of the next story.
   */
  close: () => Promise<void>;
};

/** Nobody's call may outlive the story by more. */
const LONGEST_SECONDS = 600;
const LAST_WORDS_MS = 2_000;

export function runSipp({ name, local, remote, service, keys = {}, callId, login }: Scenario): SippRun {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-sipp-'));
  const [log, errors] = [join(folder, 'log'), join(folder, 'errors')];
  for (const file of [log, errors]) writeFileSync(file, '');

  const words = [
    [`${remote.host}:${remote.port}`, '-sf', fileURLToPath(new URL(`scenarios/${name}.xml`, import.meta.url))],
    ['-i', local.host, '-p', String(local.port), '-s', service, '-m', '1', '-nostdin', '-timeout', String(LONGEST_SECONDS)],
    ['-trace_logs', '-log_file', log, '-trace_err', '-error_file', errors],
    ...Object.entries(keys).map(([key, value]) => ['-key', key, value]),
    callId ? ['-cid_str', callId] : [],
    login ? ['-au', login.user, '-ap', login.password] : [],
  ].flat();
  // It ends with us, however we end.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'sipp', ...words], { cwd: folder, stdio: 'ignore' });

  const said = (word: string) => readWord(log, word);
  const watcher = watch(log);
  let isOver = false;
  const ended = once(child, 'close').then(() => {
    isOver = true;
    watcher.emit('change');
  });
  const lastWords = ended.then(() => {
    const complaint = readFileSync(errors, 'utf8').trim();
    const spoken = readFileSync(log, 'utf8').trim();
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
    return { complaint, spoken };
  });

  async function until(word: string): Promise<string> {
    while (!isOver) {
      const found = said(word);
      if (found !== null) return found;
      await once(watcher, 'change');
    }
    const { complaint, spoken } = await lastWords;
    const found = findWord(spoken, word);
    if (found !== null) return found;
    throw new Error(`The ${name} never came to "${word}". It said: ${spoken || 'nothing'}. ${complaint}`);
  }

  async function tell(method: string): Promise<void> {
    const id = callId ?? (await until('called'));
    const socket = createSocket('udp4');
    const text = [
      `${method} sip:story@${local.host} SIP/2.0`,
      // The same word twice would count as one, repeated.
      `Via: SIP/2.0/UDP ${local.host};branch=z9hG4bK-${randomUUID()}`,
      'From: <sip:story@127.0.0.1>;tag=story',
      `To: <sip:story@${local.host}>`,
      `Call-ID: ${id}`,
      `CSeq: 1 ${method}`,
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n');
    await new Promise<void>((done, fail) => {
      socket.send(text, local.port, local.host, (error) => (error ? fail(error) : done()));
    });
    socket.close();
  }

  return {
    until,
    said,
    tell,
    ended: lastWords.then(() => undefined),
    close: async () => {
      const isInCall = name !== 'telephone' || said('called') !== null;
      if (isInCall) await Promise.race([lastWords, pause(LAST_WORDS_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await lastWords;
    },
  };
}

function readWord(log: string, word: string): string | null {
  try {
    return findWord(readFileSync(log, 'utf8'), word);
  } catch {
    return null;
  }
}

function findWord(text: string, word: string): string | null {
  const line = text.split('\n').find((each) => each === word || each.startsWith(`${word} `));
  return line === undefined ? null : line.slice(word.length + 1).trim();
}
