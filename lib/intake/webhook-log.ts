import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { log } from '../log.ts';

export type AnsweredPost = {
  connectionId: string;
  source: string;
  webhookId: string | null;
  status: number;
  bytes: number;
  answer: Prisma.InputJsonObject;
};

const FLUSH_AFTER_MS = 250;
const KEPT_UNWRITTEN = 5_000;

let waiting: (AnsweredPost & { at: Date })[] = [];
let timer: NodeJS.Timeout | undefined;

/**
 * Remembers what a PBX posted and what we answered, for the admin's "last deliveries".
 * Written in batches behind the answer, so that a diagnostic never slows a call; the oldest go first when the database is away.
 */
export function noteWebhook(post: AnsweredPost, at: Date): void {
  waiting.push({ ...post, at });
  if (waiting.length > KEPT_UNWRITTEN) waiting = waiting.slice(-KEPT_UNWRITTEN);
  timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS);
  timer.unref();
}

async function flush(): Promise<void> {
  timer = undefined;
  const batch = waiting;
  waiting = [];
  try {
    // One parameter: as a statement with seven for each row it took the client 20 ms, in which no telephone could ring.
    await db.$executeRaw`
      insert into "WebhookDelivery" ("connectionId", source, "webhookId", status, bytes, answer, at)
      select "connectionId", source, "webhookId", status, bytes, answer, at
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as posts("connectionId" uuid, source text, "webhookId" text, status int, bytes int, answer jsonb, at timestamptz)`;
  } catch (error) {
    log.warn({ err: error, posts: batch.length }, 'The list of last webhook deliveries could not be written');
  }
}
