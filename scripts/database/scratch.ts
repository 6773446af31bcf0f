import pg from 'pg';

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs SQL on the server's own database, where databases are made and dropped. */
export async function administer(url: string, sql: string, database = 'postgres'): Promise<void> {
  const client = new pg.Client({ connectionString: urlOfDatabase(url, database) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Lends a new database and drops it afterwards, whatever happened. */
export async function withScratchDatabase<Result>(
  url: string,
  name: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  await administer(url, `create database "${name}"`);
  try {
    return await work(urlOfDatabase(url, name));
  } finally {
    await administer(url, `drop database "${name}" with (force)`);
  }
}
