import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { env } from '../../lib/env.ts';
import { runCommand as reportFailures } from '../failure.ts';
import { readArguments } from './arguments.ts';
import { openMemory } from './memory.ts';
import { runCommand } from './run-command.ts';
import { openStage } from './stage.ts';

await reportFailures(async () => {
  const { command, where } = readArguments(process.argv.slice(2), env.publicUrl);
  const folder = existsSync(env.dataFolder) ? env.dataFolder : tmpdir();

  const isFast = 'isFast' in command && command.isFast;
  await runCommand(command, openStage(where, { isFast }), openMemory(folder, where.url));
});
