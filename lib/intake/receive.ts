import type { z } from 'zod';
import { log } from '../log.ts';
import { MAX_EVENTS_PER_POST, type PbxEvent, parsePost } from '../pbx/envelope.ts';
import { isSigned } from '../pbx/signature.ts';
import { waitForEvents } from './rate-limit.ts';
import { MAX_BODY_BYTES, type Post, readAtMost } from './read-body.ts';
import { recordEvents } from './record-event.ts';
import { noteRefusal } from './refusal-log.ts';
import { findSource, type SourceWithSecrets } from './source.ts';
import { noteWebhook } from './webhook-log.ts';

type Issue = { path: string; message: string };
type AnswerBody = { accepted: number; duplicate: number } | { error: string; issues?: Issue[] };
export type Answer = { status: number; body: AnswerBody; retryAfterSeconds?: number };

const RETRY_AFTER_SECONDS = 2;
const MAX_WEBHOOK_ID = 200;
const UNAVAILABLE = Symbol('unavailable');
const NOT_JSON = Symbol('not JSON');

/** What the webhook answers to a post, checked in the order of events.md. `sourceSlug` is the {source} of its address. */
export async function receive(sourceSlug: string, post: Post, now: Date): Promise<Answer> {
  const bytes = await readAtMost(post, MAX_BODY_BYTES);
  if (!bytes) return { status: 413, body: { error: `The body is larger than ${MAX_BODY_BYTES} bytes.` } };

  const source = await whileDatabaseAnswers(() => findSource(sourceSlug));
  if (source === UNAVAILABLE) return unavailable;

  const signature = isSigned(bytes, post.headers, source?.secrets ?? [], now);
  if (!source || signature !== 'valid') {
    noteRefusal(sourceSlug, signature);
    return { status: 401, body: { error: 'The signature is missing, wrong or expired.' } };
  }

  const webhookId = post.headers.get('webhook-id') ?? '';
  const answer = await answerSigned(source, webhookId, bytes);
  noteWebhook(
    {
      connectionId: source.id,
      source: source.slug,
      webhookId,
      status: answer.status,
      bytes: bytes.length,
      answer: answer.body,
    },
    now,
  );
  return answer;
}

async function answerSigned(source: SourceWithSecrets, webhookId: string, bytes: Uint8Array): Promise<Answer> {
  const json = parseJson(bytes);
  const waitSeconds = waitForEvents(source.id, costOf(json, source.eventBurst), {
    perSecond: source.eventsPerSecond,
    burst: source.eventBurst,
  });
  if (waitSeconds > 0)
    return { status: 429, body: { error: 'Too many events; the same post may be repeated.' }, retryAfterSeconds: waitSeconds };

  if (webhookId.length > MAX_WEBHOOK_ID)
    return invalid([{ path: 'webhook-id', message: `must have at most ${MAX_WEBHOOK_ID} characters` }]);
  if (json === NOT_JSON) return invalid([{ path: '', message: 'The body is not JSON.' }]);
  const events = parseEvents(json);
  if ('issues' in events) return invalid(events.issues);

  const recorded = await whileDatabaseAnswers(() => recordEvents(source, webhookId, events.data));
  return recorded === UNAVAILABLE ? unavailable : { status: 202, body: recorded };
}

const unavailable: Answer = {
  status: 503,
  body: { error: 'The database does not answer; the same post may be repeated.' },
  retryAfterSeconds: RETRY_AFTER_SECONDS,
};

function invalid(issues: Issue[]): Answer {
  return { status: 400, body: { error: 'The body does not fit the schema of a call event.', issues } };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return NOT_JSON;
  }
}

/** What a post takes of the source's rate; never more than the burst, or it could never be let in. */
function costOf(json: unknown, burst: number): number {
  const events = Array.isArray(json) ? json.length : 1;
  return Math.min(Math.max(1, events), MAX_EVENTS_PER_POST, burst);
}

function parseEvents(json: unknown): { data: PbxEvent[] } | { issues: Issue[] } {
  const parsed = parsePost(json);
  return parsed.success ? { data: parsed.data } : { issues: parsed.error.issues.map(toIssue) };
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  return { path: issue.path.join('.'), message: issue.message };
}

/**
 * Any failure of the database is an answer that makes the PBX repeat: nothing was stored, and the idempotency key makes
 * the repeat safe even where the commit did happen (R14).
 */
async function whileDatabaseAnswers<Result>(work: () => Promise<Result>): Promise<Result | typeof UNAVAILABLE> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'A webhook could not be stored');
    return UNAVAILABLE;
  }
}
