import { join } from 'node:path';
import { openDataFolder } from '../data-folder.ts';
import type { Undo } from '../serving/undo.ts';
import { ensureAsterisk } from './install.ts';
import { keepAsterisk } from './kept.ts';
import { privateAsterisk } from './private-asterisk.ts';
import { freshSecrets, type PbxSettings, USUAL_PORTS } from './settings.ts';
import { useAsterisk } from './use-asterisk.ts';
import { writeConfiguration } from './write-configuration.ts';

export type TrialPbx = { home: string; settings: PbxSettings };

type Installation = { databaseUrl: string; secret: string; dataFolder: string };

/** Runs an Asterisk with the usual ports of a network of its own until undone, and gives the demo's operators their phones on it. */
export async function startTrialPbx(
  undo: Undo,
  { dataFolder, ...installation }: Installation,
  certify: (home: string) => PbxSettings['wss'] = () => null,
): Promise<TrialPbx> {
  const home = openDataFolder(join(dataFolder, 'asterisk'));
  const asterisk = await ensureAsterisk();
  const settings: PbxSettings = { ...USUAL_PORTS, ...freshSecrets(), wss: certify(home) };
  writeConfiguration(home, asterisk, settings);
  keepAsterisk(home, { asterisk, settings });

  const pbx = privateAsterisk(home, asterisk);
  undo.push(pbx.stop);
  await pbx.start();
  await useAsterisk(installation, home);
  return { home, settings };
}
