import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildIfStale } from '../building/build.ts';
import { ROOT } from '../building/sources.ts';
import { ensurePrograms } from '../programs.ts';
import { undoOnSignal } from '../serving/undo.ts';
import { ensureChromium } from '../suites/browser.ts';
import type { Environment } from '../suites/tool.ts';
import { removeAbandoned } from '../testing/temporary-data-folder.ts';
import { ensureAsterisk } from './install.ts';
import { inNetworkOfItsOwn } from './network-namespace.ts';

const INTERRUPTED = 130;

/** Does what needs the network, or would be done anew for each run. Answers Chromium's path. */
export async function ensurePbxTrial(): Promise<string> {
  const chromium = await ensureChromium();
  await ensurePrograms(
    { sipp: 'sip-tester', ip: 'iproute2', unshare: 'util-linux', openssl: 'openssl' },
    'The tests on a real PBX need sipp and iproute2',
  );
  await ensureAsterisk();
  await buildIfStale();
  await removeAbandoned();
  return chromium;
}

/** Runs a script of ours in a network of its own, hears what it sends, and answers its exit status. */
export async function runInside(
  words: string[],
  environment: Environment,
  onMessage: (message: unknown) => void = () => undefined,
): Promise<number> {
  const undo = undoOnSignal(INTERRUPTED);
  try {
    const [program = '', ...rest] = inNetworkOfItsOwn([process.execPath, '--import', 'tsx', ...words]);
    const child = spawn(program, rest, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      // Through the channel it learns that we were killed.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own, so that Ctrl-C reaches it through us, once.
      detached: true,
    });
    child.on('message', onMessage);
    const ended = once(child, 'exit');
    undo.push(() => interrupt(child, ended));
    const [status] = await ended;
    return Number(status ?? 1);
  } finally {
    await undo.run();
  }
}

/** Lets it take down what it set up. */
async function interrupt(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  process.kill(-child.pid, 'SIGINT');
  await ended;
}
