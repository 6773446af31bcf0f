import { randomBytes } from 'node:crypto';
import { buildIfStale } from '../building/build.ts';
import { TRIAL_SETTINGS } from '../database/trial-settings.ts';
import { freePort } from '../ports.ts';
import { temporaryDataFolder } from '../testing/temporary-data-folder.ts';
import { claimDataFolder, openInstallation } from './installation.ts';
import { seedIfEmpty } from './seed.ts';
import { startServerProcess } from './server-process.ts';
import { type Undo, undoOnSignal } from './undo.ts';

/** `smtpUrl`: where its mails go; a story that wants to read them listens there. */
export type TrialServer = { url: string; databaseUrl: string; secret: string; smtpUrl: string };

const INTERRUPTED = 130;

/** More that a trial needs, set up on the seeded database before the server starts. */
export type Prepare = (undo: Undo, trial: Omit<TrialServer, 'url' | 'smtpUrl'> & { dataFolder: string }) => Promise<void>;

/** Lends the production build in demo mode, on a free port with a fresh data folder, and takes all of it down afterwards. */
export async function withTrialServer<Result>(
  work: (server: TrialServer) => Promise<Result>,
  prepare: Prepare = async () => undefined,
): Promise<Result> {
  const undo = undoOnSignal(INTERRUPTED);
  try {
    return await work(await startTrialServer(undo, prepare));
  } finally {
    await undo.run();
  }
}

async function startTrialServer(undo: Undo, prepare: Prepare): Promise<TrialServer> {
  await buildIfStale();
  const folder = temporaryDataFolder();
  undo.push(folder.remove);

  const dataFolder = claimDataFolder(undo, folder.path);
  const secret = randomBytes(32).toString('base64url');
  const databaseUrl = await openInstallation(undo, dataFolder, TRIAL_SETTINGS);
  await seedIfEmpty({ DATABASE_URL: databaseUrl, OFFHOOK_SECRET: secret });
  await prepare(undo, { databaseUrl, secret, dataFolder });

  const port = await freePort();
  const smtpUrl = `smtp://127.0.0.1:${await freePort()}`;
  const url = `http://127.0.0.1:${port}`;
  const server = await startServerProcess(['--enable-source-maps', 'dist/server.js'], url, {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    OFFHOOK_DEMO: '1',
    OFFHOOK_DATA: dataFolder,
    OFFHOOK_SECRET: secret,
    DATABASE_URL: databaseUrl,
    // A story's till listens beside it.
    OFFHOOK_ALLOW_PRIVATE: '127.0.0.1',
    SMTP_URL: smtpUrl,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  });
  undo.push(server.stop);
  return { url, databaseUrl, secret, smtpUrl };
}
