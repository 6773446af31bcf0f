import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { DEMO_SOURCE, DEMO_WEBHOOK_SECRET } from '../../lib/demo-credentials.ts';
import type { PbxEventInput } from '../../lib/pbx/envelope.ts';
import { sign } from '../../lib/pbx/signature.ts';
import { Failure } from '../failure.ts';
import {
  answerEvents,
  attendedTransferEvents,
  blindTransferEvents,
  busyEvents,
  consultEvents,
  deviceEvents,
  endEvents,
  holdEvents,
  type Ring,
  ringEvents,
  type Transfer,
} from './call-events.ts';

export type PbxOptions = { url: string; source?: string; secret?: string };
export type Recorded = { accepted: number; duplicate: number };

const ATTEMPTS = 8;
const DEFAULT_RETRY_SECONDS = 1;
const ANSWER_TIMEOUT_MS = 30_000;

const Recorded = z.object({ accepted: z.int(), duplicate: z.int() });
const Refusal = z.object({
  error: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export type Pbx = ReturnType<typeof createPbx>;

/**
 * A PBX that knows nothing of Offhook but its public webhook: for `npm run call`, the browser tests and the benchmarks.
 * Each verb resolves once the server has committed what it says.
 */
export function createPbx({ url, source = DEMO_SOURCE, secret = DEMO_WEBHOOK_SECRET }: PbxOptions) {
  const address = `${url.replace(/\/$/, '')}/api/pbx/${encodeURIComponent(source)}/events`;
  let lastTold = 0;

  /** Two events of one PBX never share a millisecond, so that their order does not hang on the ids of their posts. */
  function clock(): string {
    lastTold = Math.max(Date.now(), lastTold + 1);
    return new Date(lastTold).toISOString();
  }

  /** Posts until the server has it. The same `webhookId` posted again changes nothing. */
  async function post(events: PbxEventInput | PbxEventInput[], { webhookId = `msg_${randomUUID()}` } = {}): Promise<Recorded> {
    const body = JSON.stringify(events);

    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(address, body, sign(body, webhookId, new Date(), secret));
      if (answer.status === 202) return Recorded.parse(await answer.json());

      const isPassing = answer.status === 429 || answer.status === 503;
      if (!isPassing || attempt === ATTEMPTS) throw new Failure(await refusalOf(answer, source));
      await pause(1000 * retryAfterSeconds(answer));
    }
  }

  return {
    post,

    /** Starts a call and answers its id. */
    async ring(call: Ring, callId = `call-${randomUUID()}`): Promise<string> {
      await post(ringEvents(callId, call, clock()));
      return callId;
    },
    answer: (callId: string, extension: string) => post(answerEvents(callId, extension, clock())),
    hold: (callId: string) => post(holdEvents(callId, true, clock())),
    resume: (callId: string) => post(holdEvents(callId, false, clock())),
    transfer: (callId: string, transfer: Transfer) => post(blindTransferEvents(callId, transfer, clock())),

    /** Rings the colleague to be asked first; answers the id of that call, which `answer` and `completeTransfer` take. */
    async consult(callId: string, transfer: Required<Transfer>): Promise<string> {
      const consultId = `${callId}-consult-${transfer.to}`;
      await post(consultEvents(consultId, transfer, clock()));
      return consultId;
    },
    completeTransfer: (callId: string, consultId: string, transfer: Required<Transfer>) =>
      post(attendedTransferEvents(callId, consultId, transfer, clock())),

    hangUp: (callId: string, by: 'caller' | 'operator' = 'caller') => post(endEvents(callId, 'completed', by, clock())),
    /** The caller gives up before anybody answered. */
    giveUp: (callId: string) => post(endEvents(callId, 'caller_cancelled', 'caller', clock())),
    busy: (callId: string, extensions: readonly string[]) => post(busyEvents(callId, extensions, clock())),

    /** A whole call that nobody answers. */
    async miss(call: Ring): Promise<string> {
      const callId = `call-${randomUUID()}`;
      await post(ringEvents(callId, call, clock()));
      await post(endEvents(callId, 'caller_cancelled', 'caller', clock()));
      return callId;
    },

    register: (extension: string) => post(deviceEvents(extension, true, clock())),
    unregister: (extension: string) => post(deviceEvents(extension, false, clock())),
  };
}

async function send(address: string, body: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
  } catch (error) {
    const { origin } = new URL(address);
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new Failure(`${origin} did not answer within ${ANSWER_TIMEOUT_MS / 1000} seconds.`);
    }
    throw new Failure(`Nothing answers at ${origin}. Start Offhook with "npm run demo", or name its address with --url.`);
  }
}

function retryAfterSeconds(answer: Response): number {
  const given = answer.headers.get('retry-after') ?? '';
  return /^\d+$/.test(given) ? Number(given) : DEFAULT_RETRY_SECONDS;
}

async function refusalOf(answer: Response, source: string): Promise<string> {
  const refusal = Refusal.safeParse(await answer.json().catch(() => null));
  const issues = refusal.data?.issues?.map((issue) => `${issue.path} ${issue.message}`.trim());

  switch (answer.status) {
    case 400:
      return `The server did not accept the events: ${issues?.join('; ') ?? refusal.data?.error ?? 'it did not say why'}.`;
    case 401:
      return `The server refused the signature for the source "${source}": check --source and --secret, and that both clocks agree.`;
    case 404:
      return 'There is no Offhook webhook at this address: check --url.';
    case 429:
    case 503:
      return `The server has no room for the events even after ${ATTEMPTS} attempts (status ${answer.status}).`;
    default:
      return `The server answered with status ${answer.status}${refusal.data?.error ? `: ${refusal.data.error}` : ''}.`;
  }
}
