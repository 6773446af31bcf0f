import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readIfThere } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import type { Asterisk } from './asterisk.ts';
import { foldersOf } from './folders.ts';

const START_MS = 60_000;
const STOP_MS = 10_000;
const POLL_MS = 100;
const CLI_MS = 15_000;

const run = promisify(execFile);

/** An Asterisk with its configuration, data and log in one folder, whoever started it. */
export type PrivateAsterisk = {
  home: string;
  /** Answers when it is fully booted. Does nothing where it runs. */
  start: () => Promise<void>;
  /** In order: it says goodbye to its phones. */
  stop: () => Promise<void>;
  /** As a power cut would. */
  kill: () => Promise<void>;
  isRunning: () => boolean;
  /** What its console answers. */
  cli: (command: string) => Promise<string>;
  /** Everything it wrote down. */
  log: () => string;
};

export function privateAsterisk(home: string, { command, environment }: Asterisk): PrivateAsterisk {
  const { etc, log: logFolder } = foldersOf(home);
  const [program = '', ...first] = command;
  const words = [...first, '-C', join(etc, 'asterisk.conf')];
  const env = { ...process.env, ...environment };

  async function cli(request: string): Promise<string> {
    const { stdout } = await run(program, [...words, '-rx', request], { env, timeout: CLI_MS });
    return stdout;
  }

  async function isBooted(): Promise<boolean> {
    return (await cli('core waitfullybooted').catch(() => '')).includes('fully booted');
  }

  async function start(): Promise<void> {
    if (pidOf(home) === null) launch();
    const deadline = Date.now() + START_MS;
    while (!(await isBooted())) {
      if (Date.now() > deadline) throw new Failure(`Asterisk did not start; its log is ${join(logFolder, 'full')}.`);
      await pause(POLL_MS);
    }
  }

  /** Apart from this process: another may look after it later, and Ctrl-C reaches it only through us. */
  function launch(): void {
    const console = openSync(join(logFolder, 'console'), 'a');
    const child = spawn(program, [...words, '-f'], { env, stdio: ['ignore', console, console], detached: true });
    child.unref();
    closeSync(console);
  }

  return {
    home,
    start,
    stop: () => end(home, 'SIGTERM'),
    kill: () => end(home, 'SIGKILL'),
    isRunning: () => pidOf(home) !== null,
    cli,
    log: () => readIfThere(join(logFolder, 'full')) ?? '',
  };
}

/** Ends the Asterisk of a folder, whoever started it. Does nothing where none runs. */
export function stopAsterisk(home: string): Promise<void> {
  return end(home, 'SIGTERM');
}

async function end(home: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const pid = pidOf(home);
  if (pid === null) return;

  process.kill(pid, signal);
  const deadline = Date.now() + STOP_MS;
  while (pidOf(home) === pid) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await pause(POLL_MS);
  }
}

/** The process that runs on this folder, or null. Its number alone may be another's by now. */
function pidOf(home: string): number | null {
  const { etc, run: runFolder } = foldersOf(home);
  const pid = Number(readIfThere(join(runFolder, 'asterisk.pid'))?.trim());
  if (!pid) return null;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(join(etc, 'asterisk.conf')) ? pid : null;
  } catch {
    return null;
  }
}
