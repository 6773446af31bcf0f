import { bringUpAsterisk, doWithoutAsterisk } from '../asterisk/demo-pbx.ts';
import { LOOPBACK } from '../asterisk/settings.ts';
import { buildIfStale, isBuilt } from '../building/build.ts';
import { installationSecret } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { type Address, claimAddress } from './address.ts';
import { claimDataFolder, openInstallation } from './installation.ts';
import { seedIfEmpty } from './seed.ts';
import { startServerProcess } from './server-process.ts';
import { type Undo, undoOnSignal } from './undo.ts';

/**
 * demo: the production build with the demo world. dev: the same world on the sources.
 * start: production; nothing in it is published, and nothing is built for it.
 */
export type Mode = 'demo' | 'dev' | 'start';

const BUILT = ['--enable-source-maps', 'dist/server.js'];
const SOURCES = ['--import', 'tsx', 'server/index.ts'];

export type ServeOptions = {
  onReady: (address: Address) => void;
  /** The demo world with a real PBX instead of the practice phone. */
  withAsterisk?: boolean;
};

/** Brings up the database and the server on it, and runs both until Ctrl-C. */
export async function serve(mode: Mode, options: ServeOptions): Promise<void> {
  const undo = undoOnSignal();
  try {
    await run(undo, mode, options);
  } finally {
    await undo.run();
  }
}

async function run(undo: Undo, mode: Mode, { onReady, withAsterisk = false }: ServeOptions): Promise<void> {
  const isDemo = mode !== 'start';
  const dataFolder = claimDataFolder(undo);
  const address = await claimAddress(mode);
  const secret = process.env.OFFHOOK_SECRET || (isDemo ? installationSecret(dataFolder) : '');
  if (mode === 'demo') await buildIfStale();
  if (mode === 'start' && !isBuilt()) throw new Failure('There is no build yet: npm run build');

  const databaseUrl = await openInstallation(undo, dataFolder);
  const environment = { DATABASE_URL: databaseUrl, OFFHOOK_SECRET: secret };
  if (isDemo) await seedIfEmpty(environment);
  if (withAsterisk) await bringUpAsterisk(undo, { databaseUrl, secret, dataFolder });
  else if (isDemo) await doWithoutAsterisk({ databaseUrl, dataFolder });

  const server = await startServerProcess(mode === 'dev' ? SOURCES : BUILT, address.url, {
    ...environment,
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    OFFHOOK_DATA: dataFolder,
    // Of the demo one reads the lines below, not a log.
    // The bridge speaks to Asterisk on this machine.
    ...(withAsterisk && { OFFHOOK_ALLOW_PRIVATE: [process.env.OFFHOOK_ALLOW_PRIVATE, LOOPBACK].filter(Boolean).join(',') }),
    ...(isDemo && { OFFHOOK_DEMO: '1', LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }),
  });
  undo.push(server.stop);
  onReady(address);

  const status = await server.ended;
  if (undo.hasBegun()) return;
  throw new Failure(`The server ended by itself (status ${status}); its own words are above.`);
}
