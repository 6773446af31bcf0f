import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** A runnable Asterisk: the system's, or one in a folder of its own. */
export const Asterisk = z.object({
  /** `22.10.1` */
  version: z.string(),
  /** The program and the words before Asterisk's own. */
  command: z.array(z.string()).min(1),
  environment: z.record(z.string(), z.string()),
  modules: z.string(),
  /** Where its sounds and its documentation are; it does not start without the latter. */
  data: z.string(),
});
export type Asterisk = z.infer<typeof Asterisk>;

/** The version that a command says it is, or null when it does not run. */
export function askVersion(command: readonly string[], environment: Record<string, string>): string | null {
  const [program = '', ...words] = command;
  const answer = spawnSync(program, [...words, '-V'], { encoding: 'utf8', env: { ...process.env, ...environment } });
  return answer.status === 0 ? (answer.stdout.match(/Asterisk (?:certified\/)?(\d+[\d.]*)/)?.[1] ?? null) : null;
}

export function majorVersion({ version }: Pick<Asterisk, 'version'>): number {
  return Number(version.split('.')[0]);
}
