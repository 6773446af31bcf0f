import { openToApp } from './app-role.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';

/** Where one database is reached: by the application, and by the role that owns its tables. */
export type DatabaseUrls = { url: string; ownerUrl: string };

/** Brings a database up to date as its owner, and lets the application in. Returns the migrations that were applied. */
export async function prepareDatabase({ url, ownerUrl }: DatabaseUrls, report?: (name: string) => void): Promise<string[]> {
  const applied = await migrate(ownerUrl, readMigrations(), report);
  await openToApp(ownerUrl, url);
  return applied;
}

/** DATABASE_URL, with DATABASE_OWNER_URL where the owner is another role; null where neither is set. */
export function givenDatabase(): DatabaseUrls | null {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env;
  return url ? { url, ownerUrl: ownerUrl || url } : null;
}
