import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { db } from '../db/client.ts';
import { performAct } from '../deliveries/perform-act.ts';
import { ActOnDelivery } from '../deliveries/schema.ts';
import type { DeliveryStatus } from '../deliveries/status.ts';
import { waitForEvents } from '../intake/rate-limit.ts';
import { type Post, readAtMost } from '../intake/read-body.ts';
import { noteRefusal } from '../intake/refusal-log.ts';
import { log } from '../log.ts';
import { isSigned } from '../pbx/signature.ts';
import { publish } from '../realtime/publish.ts';
import { type TillAct, TillActs } from './schema.ts';
import { findTill } from './webhook.ts';

const MAX_BODY_BYTES = 64 * 1024;
const RATE = { perSecond: 20, burst: 200 };
const RETRY_AFTER_SECONDS = 2;

type Issue = { path: string; message: string };
/** What became of one act, in the order in which they came. `done` also where it was so already. */
export type ActResult =
  | { outcome: 'done' | 'impossible'; status: DeliveryStatus }
  | { outcome: 'changedMeanwhile' | 'notFound' | 'notAllowed' | 'unavailable' }
  | { outcome: 'invalid'; issues: Issue[] };

type Answer = {
  status: number;
  body: { results: ActResult[] } | { error: string; issues?: Issue[] };
  retryAfterSeconds?: number;
};

/** What a till's post is answered: signed by the secret that signs what the till hears. Saying everything again changes nothing. */
export async function receiveTillActs(pointOfSaleId: string, post: Post, now: Date): Promise<Answer> {
  const bytes = await readAtMost(post, MAX_BODY_BYTES);
  if (!bytes) return { status: 413, body: { error: `The body is larger than ${MAX_BODY_BYTES} bytes.` } };

  try {
    return await answer(pointOfSaleId, post, bytes, now);
  } catch (error) {
    log.error({ err: error, pointOfSaleId }, 'What a till posted could not be stored');
    const body = { error: 'The database does not answer; the same post may be repeated.' };
    return { status: 503, body, retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
}

async function answer(pointOfSaleId: string, { headers }: Post, bytes: Uint8Array, now: Date): Promise<Answer> {
  const till = z.uuid().safeParse(pointOfSaleId).success ? await findTill(pointOfSaleId, now) : null;
  const signature = isSigned(bytes, headers, till?.secrets ?? [], now);
  if (!till || signature !== 'valid') {
    noteRefusal(`till:${pointOfSaleId}`, signature);
    return { status: 401, body: { error: 'The signature is missing, wrong or expired.' } };
  }

  const acts = TillActs.safeParse(parseJson(bytes));
  if (!acts.success) {
    return { status: 400, body: { error: 'The body is not one act, nor a list of up to 100.', issues: issuesOf(acts.error) } };
  }
  const waitSeconds = waitForEvents(`till:${pointOfSaleId}`, acts.data.length, RATE);
  if (waitSeconds > 0) {
    const body = { error: 'Too many acts; the same post may be repeated.' };
    return { status: 429, body, retryAfterSeconds: waitSeconds };
  }

  const postKey = `${pointOfSaleId} ${headers.get('webhook-id')} ${createHash('sha256').update(bytes).digest('base64')}`;
  return { status: 200, body: { results: await once(postKey, () => performAll(acts.data, pointOfSaleId, now)) } };
}

const REMEMBERED_POSTS = 5_000;
const REMEMBERED_MS = 10 * 60_000;

// A till repeats a post whose answer it lost. Most acts bear that; "accept" said again after a "stepBack" would not. With the body
// beside the id, as a till that gives all its posts one id is still heard. Per process: the acts themselves are the second net.
const answered = new LRUCache<string, Promise<ActResult[]>>({ max: REMEMBERED_POSTS, ttl: REMEMBERED_MS });

function once(key: string, act: () => Promise<ActResult[]>): Promise<ActResult[]> {
  const before = answered.get(key);
  if (before) return before;

  const results = act();
  answered.set(key, results);
  void results.then((all) => all.some(({ outcome }) => outcome === 'unavailable') && answered.delete(key));
  return results;
}

/** One after the other: later acts of a delivery build on earlier ones. */
async function performAll(acts: TillAct[], pointOfSaleId: string, now: Date): Promise<ActResult[]> {
  const results: ActResult[] = [];
  for (const act of acts) results.push(await performOrSay(act, pointOfSaleId, now));
  return results;
}

/** Never throws: an act that breaks each time must not make a till repeat all the others with it for ever. */
async function performOrSay(act: TillAct, pointOfSaleId: string, now: Date): Promise<ActResult> {
  try {
    return await perform(act, pointOfSaleId, now);
  } catch (error) {
    log.error({ err: error, pointOfSaleId, act: act.act }, 'An act of a till could not be stored');
    return { outcome: 'unavailable' };
  }
}

async function perform({ number, ...act }: TillAct, pointOfSaleId: string, at: Date): Promise<ActResult> {
  const deliveryId = act.deliveryId ?? (number === undefined ? undefined : await idOf(number, pointOfSaleId));
  if (!deliveryId) return { outcome: 'notFound' };

  const input = ActOnDelivery.safeParse({ ...act, deliveryId });
  if (!input.success) return { outcome: 'invalid', issues: issuesOf(input.error) };

  const outcome = await performAct(input.data, { side: 'till', userId: null, at, pointOfSaleId });
  switch (outcome.kind) {
    case 'done':
      if (outcome.hearers.length > 0) {
        publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.version, byId: null });
      }
      return { outcome: 'done', status: outcome.status };
    case 'impossible':
      return { outcome: 'impossible', status: outcome.status };
    case 'changedMeanwhile':
    case 'notFound':
    case 'notAllowed':
      return { outcome: outcome.kind };
  }
}

async function idOf(number: number, sentToId: string): Promise<string | undefined> {
  const delivery = await db.delivery.findUnique({ where: { number, sentToId }, select: { id: true } });
  return delivery?.id;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function issuesOf({ issues }: z.ZodError): Issue[] {
  return issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}
