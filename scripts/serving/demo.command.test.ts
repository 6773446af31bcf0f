import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopDatabase } from '../database/embedded.ts';
import { freePort, isListening } from '../ports.ts';
import { type BurstPost, startBurst } from '../testing/burst.ts';
import { childrenOf } from '../testing/processes.ts';
import { type RunningCommand, startCommand } from '../testing/run-command.ts';
import { temporaryDataFolder } from '../testing/temporary-data-folder.ts';

const READY = 'Offhook is ready on';
const POSTS_BEFORE_KILL = 60;

// One story in its order, each part on what the part before left behind. It needs a build, or makes one.
describe('npm run demo', () => {
  const folder = temporaryDataFolder();
  let port: number;
  let demo: RunningCommand;

  const start = (overrides: Record<string, string> = {}) =>
    startCommand('scripts/demo.mjs', { OFFHOOK_DATA: folder.path, PORT: String(port), ...overrides });
  const storedOf = (posts: BurstPost[]) => readStored(databaseUrl(folder.path), posts);
  const health = () => fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.json());

  beforeAll(async () => {
    port = await freePort();
    demo = start();
    await demo.until(READY);
  }, 300_000);

  afterAll(() => {
    demo.process.kill('SIGKILL');
    stopDatabase(folder.path);
    folder.remove();
  });

  test('says where it is, who may sign in, and how to place a call', async () => {
    expect(demo.said()).toContain(`Offhook is ready on http://127.0.0.1:${port}`);
    expect(demo.said()).toContain('olga@offhook.test');
    expect(demo.said()).toContain('npm run call -- ring --from +48600100101');
    expect(await health()).toEqual({ status: 'ok' });
  });

  test('a second run on the data folder says so and ends', async () => {
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('already runs on the data folder');
  });

  test('a taken port is named, with another to choose', async () => {
    const other = temporaryDataFolder();
    const second = start({ OFFHOOK_DATA: other.path });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(second.said()).toContain(`PORT=${port + 1} npm run demo`);
    other.remove();
  });

  test('it insists on this machine, since its passwords are public', async () => {
    const other = temporaryDataFolder();
    const open = start({ OFFHOOK_DATA: other.path, HOST: '0.0.0.0', PORT: String(await freePort()) });
    expect(await open.ended).toBe(1);
    expect(open.said()).toContain('HOST');
    expect(open.said()).toContain('127.0.0.1');
    other.remove();
  });

  test('a database that is killed is started again, and the server goes on', async () => {
    process.kill(databasePid(folder.path), 'SIGKILL');
    await demo.until('The database stopped; starting it again.');
    await expect.poll(health, { timeout: 30_000 }).toEqual({ status: 'ok' });
  }, 60_000);

  test('after kill -9 of the command its server ends too, and the next start takes the database over', async () => {
    demo.process.kill('SIGKILL');
    await demo.ended;
    await expect.poll(() => isListening(port), { timeout: 10_000 }).toBe(false);
    const survivor = databasePid(folder.path);

    demo = start();
    await demo.until(READY);
    expect(databasePid(folder.path)).toBe(survivor);
  }, 60_000);

  test('[R12] [R17] after kill -9 of everything amid a burst it starts again, with all that was acknowledged, once', async () => {
    const burst = startBurst(`http://127.0.0.1:${port}`);
    await burst.untilAcknowledged(POSTS_BEFORE_KILL);
    const command = demo.process.pid ?? 0;
    for (const pid of [...childrenOf(command), command, databasePid(folder.path)]) process.kill(pid, 'SIGKILL');
    await Promise.all([demo.ended, burst.ended]);

    demo = start();
    await demo.until(READY);
    expect(demo.said()).not.toContain('Filling the database');
    expect(await storedOf(burst.acknowledged)).toEqual(burst.acknowledged.map(storedOnce));

    // A PBX repeats what it got no answer to, whether or not that had been stored.
    expect(burst.unanswered).not.toEqual([]);
    for (const post of burst.unanswered) await burst.repeat(post);
    expect(await storedOf(burst.unanswered)).toEqual(burst.unanswered.map(storedOnce));
  }, 120_000);

  test('Ctrl-C stops the server and the database', async () => {
    demo.process.kill('SIGINT');

    expect(await demo.ended).toBe(0);
    expect(await isListening(port)).toBe(false);
    expect(existsSync(postmasterFile(folder.path))).toBe(false);
  }, 30_000);
});

/** There as long as the database is: it removes it when it stops in order. */
function postmasterFile(folder: string): string {
  return join(folder, 'postgres', 'data', 'postmaster.pid');
}

function databasePid(folder: string): number {
  return Number(readFileSync(postmasterFile(folder), 'utf8').split('\n')[0]);
}

function databaseUrl(folder: string): string {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'));
  return `postgresql://offhook:${password}@127.0.0.1:${port}/offhook`;
}

type Stored = { webhookId: string; keys: number[]; events: number[] };

function storedOnce({ webhookId, events }: BurstPost): Stored {
  return { webhookId, keys: [...events.keys()], events: [...events.keys()] };
}

/** Which events of each post the database holds, in the order of the posts. */
async function readStored(url: string, posts: BurstPost[]): Promise<Stored[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Stored>(
      `select post.id as "webhookId", array(select index from "EventKey" where "webhookId" = post.id order by index) as keys,
              array(select index from "CallEvent" where "webhookId" = post.id order by index) as events
         from unnest($1::text[]) with ordinality as post(id, place) order by place`,
      [posts.map((post) => post.webhookId)],
    );
    return rows;
  } finally {
    await client.end();
  }
}
