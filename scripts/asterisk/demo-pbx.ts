import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { openDataFolder } from '../data-folder.ts';
import type { Undo } from '../serving/undo.ts';
import { demoOutside } from './demo-outside.ts';
import { ensureAsterisk } from './install.ts';
import { keepAsterisk, readAsterisk } from './kept.ts';
import { privateAsterisk, stopAsterisk } from './private-asterisk.ts';
import { freePorts, freshSecrets, type PbxSettings } from './settings.ts';
import { useAsterisk, useThePracticePhone } from './use-asterisk.ts';
import { writeConfiguration } from './write-configuration.ts';

export const homeOfDemoPbx = (dataFolder: string) => resolve(dataFolder, 'asterisk');

type Installation = { databaseUrl: string; secret: string; dataFolder: string };

/** Back to the practice phone; an Asterisk that a killed demo left behind is stopped. */
export async function doWithoutAsterisk({ databaseUrl, dataFolder }: Omit<Installation, 'secret'>): Promise<void> {
  await stopAsterisk(homeOfDemoPbx(dataFolder));
  await useThePracticePhone(databaseUrl);
}

/** Runs an Asterisk in the data folder until undone, and gives the demo's operators their phones on it. */
export async function bringUpAsterisk(undo: Undo, { dataFolder, ...installation }: Installation): Promise<void> {
  const asterisk = await ensureAsterisk();
  const home = openDataFolder(homeOfDemoPbx(dataFolder));
  await stopAsterisk(home);

  const { amiSecret, passwords } = readAsterisk(home)?.settings ?? freshSecrets();
  const settings: PbxSettings = { ...(await freePorts()), amiSecret, passwords, wss: null };
  writeConfiguration(home, asterisk, settings, demoOutside(asterisk, settings));
  keepAsterisk(home, { asterisk, settings });

  console.log(`Starting Asterisk ${asterisk.version} …`);
  const pbx = privateAsterisk(home, asterisk);
  undo.push(pbx.stop);
  await Promise.all([pbx.start(), useAsterisk(installation, home)]);
  if (!hasNetwork()) console.warn(NO_NETWORK);
}

/** Asterisk offers browsers no path over the loopback interface. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ family, internal }) => family === 'IPv4' && !internal),
  );
}

const NO_NETWORK = `
This machine has no network but its loopback interface, over which browsers and Asterisk exchange no sound. As root, before
the demo: ip link add offhook0 type veth peer name offhook1; ip addr add 10.77.0.1/24 dev offhook0;
ip link set offhook0 up; ip link set offhook1 up
`;
