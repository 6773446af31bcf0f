import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, SECRET } from '../../prisma/factories/pbx-world.ts';
import { administer } from '../../scripts/database/scratch.ts';
import { db } from '../db/client.ts';
import { env } from '../env.ts';
import { sign } from '../pbx/signature.ts';
import { receive } from './receive.ts';

const url = env.databaseUrl ?? '';
const name = new URL(url).pathname.slice(1);

async function takeDatabaseAway(): Promise<void> {
  await administer(url, `alter database "${name}" with allow_connections false`);
  await administer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
}
function bringDatabaseBack(): Promise<void> {
  return administer(url, `alter database "${name}" with allow_connections true`);
}

let world: Awaited<ReturnType<typeof createPbxWorld>>;
beforeEach(async () => {
  world = await createPbxWorld();
});
afterEach(bringDatabaseBack);

function postOf(callId: string) {
  const body = JSON.stringify(buildCallEvents(uniqueNumber(), world.line.e164, callId).offered);
  const headers = sign(body, randomUUID(), new Date(), SECRET);
  return () => receive(world.source.slug, new Request('http://localhost/', { method: 'POST', body, headers }), new Date());
}

describe('[R12] while the database is away', () => {
  const unavailable = { status: 503, body: { error: expect.stringContaining('may be repeated') }, retryAfterSeconds: 2 };

  test('a post of a source that nobody can look up is 503, and the same post is stored once it is back', async () => {
    const callId = randomUUID();
    const post = postOf(callId);
    await takeDatabaseAway();
    expect(await post()).toEqual(unavailable);

    await bringDatabaseBack();
    expect(await post()).toEqual({ status: 202, body: { accepted: 1, duplicate: 0 } });
    expect(await db.callEvent.count({ where: { pbxCallId: callId } })).toBe(1);
  });

  test('so is a post of a known source, of which nothing is kept', async () => {
    const [before, during] = [randomUUID(), randomUUID()];
    expect(await postOf(before)()).toMatchObject({ status: 202 });
    const post = postOf(during);
    await takeDatabaseAway();
    expect(await post()).toEqual(unavailable);

    await bringDatabaseBack();
    expect(await db.callEvent.count({ where: { pbxCallId: during } })).toBe(0);
    expect(await post()).toEqual({ status: 202, body: { accepted: 1, duplicate: 0 } });
  });

  test('a wrong signature of a source that nobody can look up is not told from a right one', async () => {
    await takeDatabaseAway();
    const forged = new Request('http://localhost/', {
      method: 'POST',
      body: '{}',
      headers: { 'webhook-signature': 'v1,forged' },
    });
    expect(await receive(world.source.slug, forged, new Date())).toEqual(unavailable);
  });
});
