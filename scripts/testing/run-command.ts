import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { ROOT } from '../building/sources.ts';

export type RunningCommand = {
  process: ChildProcess;
  /** Everything said so far, on either stream. */
  said: () => string;
  /** Resolves when the words appear; rejects with everything said when the command ends without them. */
  until: (words: string) => Promise<void>;
  /** The exit status, when it has ended and said its last word. */
  ended: Promise<number | null>;
};

/** Runs a command of ours as a person would, on an environment that the tests' own settings are taken out of. */
export function startCommand(script: string, environment: Record<string, string>): RunningCommand {
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', OFFHOOK_SECRET: '', LOG_LEVEL: '', HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let isOver = false;
  const heard = new EventEmitter();

  function hear(words: string): void {
    text += words;
    heard.emit('words');
  }
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = once(child, 'close').then(([status]) => {
    isOver = true;
    hear('');
    return status;
  });

  async function until(words: string): Promise<void> {
    while (!text.includes(words)) {
      if (isOver) throw new Error(`It ended without saying "${words}":\n${text}`);
      await once(heard, 'words');
    }
  }
  return { process: child, said: () => text, until, ended };
}
