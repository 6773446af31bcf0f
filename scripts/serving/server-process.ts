import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const END_WITH_PARENT = new URL('./end-with-parent.mjs', import.meta.url).href;
const READY_MS = 120_000;
const POLL_MS = 150;
const STOP_MS = 10_000;

export type ServerProcess = {
  /** The exit status, when it has ended. */
  ended: Promise<number>;
  stop: () => Promise<void>;
};

/** Runs the server in a process of its own, and answers when it serves. It ends with us, however we end. */
export async function startServerProcess(program: string[], url: string, environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...program], {
    cwd: ROOT,
    // The application never knows who owns its tables.
    env: { ...process.env, DATABASE_OWNER_URL: undefined, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own, so that Ctrl-C reaches it through us, once.
    detached: true,
  });
  const ended = once(child, 'exit').then(([status]) => Number(status ?? 1));
  const stop = () => end(child);

  const outcome = await Promise.race([untilReady(url), ended.then(() => 'ended' as const)]);
  if (outcome === 'ready') return { ended, stop };
  await stop();
  throw new Failure(
    outcome === 'ended'
      ? 'The server ended before it was ready; its own words are above.'
      : `The server did not answer at ${url}.`,
  );
}

async function untilReady(url: string): Promise<'ready' | 'late'> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return 'ready';
    await pause(POLL_MS);
  }
  return 'late';
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}
