import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { administer, urlOfDatabase } from '../database/scratch.ts';
import { TRIAL_SETTINGS } from '../database/trial-settings.ts';
import { removeAbandoned, temporaryDataFolder } from './temporary-data-folder.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to Vitest's own
  export interface ProvidedContext {
    /** Cloned for each test file. */
    templateUrl: string;
  }
}

/** One server for the run, with a migrated template. OFFHOOK_TEST_DATABASE_URL names a server to use instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `offhook_template_${randomBytes(4).toString('hex')}`;
  const server = await openServer();

  await administer(server.url, `create database "${template}"`);
  const templateUrl = urlOfDatabase(server.url, template);
  await migrate(templateUrl);
  project.provide('templateUrl', templateUrl);

  return async () => {
    await administer(server.url, `drop database "${template}" with (force)`);
    server.close();
  };
}

async function openServer(): Promise<{ url: string; close: () => void }> {
  const given = process.env.OFFHOOK_TEST_DATABASE_URL;
  if (given) return { url: given, close: () => undefined };

  await removeAbandoned();
  const folder = temporaryDataFolder();
  const database = await startDatabase(folder.path, [...TRIAL_SETTINGS, 'max_connections=200']);
  return {
    url: database.ownerUrl,
    close: () => {
      database.stop();
      folder.remove();
    },
  };
}
