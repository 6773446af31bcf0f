import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureAsterisk } from '../asterisk/install.ts';
import { inNetworkOfItsOwn } from '../asterisk/network-namespace.ts';
import { buildIfStale } from '../building/build.ts';
import { ROOT } from '../building/sources.ts';
import { ensurePrograms } from '../programs.ts';
import { undoOnSignal } from '../serving/undo.ts';
import { removeAbandoned } from '../testing/temporary-data-folder.ts';
import { ensureChromium } from './browser.ts';
import { readStoryCounts, startStories } from './browser-suite.ts';
import type { Counts } from './counts.ts';

const INSIDE = join(ROOT, 'scripts', 'asterisk', 'stories-inside.ts');
const INTERRUPTED = 130;

/** The stories of e2e/asterisk/, with everything that takes part in them in one network of its own. `words` are Playwright's. */
export async function runPbxStories(words: string[] = []): Promise<Counts> {
  // What needs the network, or would be done anew for each run, is done out here.
  const chromium = await ensureChromium();
  await ensurePrograms(
    { sipp: 'sip-tester', ip: 'iproute2', unshare: 'util-linux', openssl: 'openssl' },
    'The tests on a real PBX need sipp and iproute2',
  );
  await ensureAsterisk();
  await buildIfStale();
  await removeAbandoned();

  const report = startStories('pbx');
  const undo = undoOnSignal(INTERRUPTED);
  try {
    const [program = '', ...rest] = inNetworkOfItsOwn([process.execPath, '--import', 'tsx', INSIDE, ...words]);
    const child = spawn(program, rest, {
      cwd: ROOT,
      env: { ...process.env, PLAYWRIGHT_CHROMIUM: chromium },
      // Through the channel it learns that we were killed.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own, so that Ctrl-C reaches it through us, once.
      detached: true,
    });
    const ended = once(child, 'exit');
    undo.push(() => interrupt(child, ended));
    const [status] = await ended;
    return readStoryCounts(report, Number(status ?? 1));
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
