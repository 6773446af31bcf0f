import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PbxEventInput } from '../../lib/pbx/envelope.ts';
import { endEvents, ringEvents } from '../call/call-events.ts';
import { EXTENSIONS, LINES, unknownCaller } from '../call/demo-world.ts';
import { createPbx } from '../call/webhook-client.ts';
import { Failure } from '../failure.ts';

export type BurstPost = { webhookId: string; events: PbxEventInput[] };

const CONNECTIONS = 4;
const LOOK_MS = 5;

/** A PBX that posts whole calls over several connections, each as soon as the one before is answered, until the server is gone. */
export function startBurst(url: string) {
  const pbx = createPbx({ url });
  const acknowledged: BurstPost[] = [];
  const unanswered: BurstPost[] = [];

  async function postUntilGone(): Promise<void> {
    for (;;) {
      const post = wholeCall();
      try {
        await repeat(post);
        acknowledged.push(post);
      } catch (error) {
        unanswered.push(post);
        if (error instanceof Failure) return;
        throw error;
      }
    }
  }
  function repeat({ webhookId, events }: BurstPost) {
    return pbx.post(events, { webhookId });
  }

  const ended = Promise.all(Array.from({ length: CONNECTIONS }, postUntilGone));
  return {
    acknowledged,
    unanswered,
    ended,
    repeat,
    untilAcknowledged: async (posts: number) => {
      while (acknowledged.length < posts) await pause(LOOK_MS);
    },
  };
}

function wholeCall(): BurstPost {
  const callId = `burst-${randomUUID()}`;
  const at = new Date().toISOString();
  const ring = { from: unknownCaller(0), line: LINES.complaints, extensions: [EXTENSIONS.oskar] };
  return {
    webhookId: `msg_${callId}`,
    events: [...ringEvents(callId, ring, at), ...endEvents(callId, 'completed', 'caller', at)],
  };
}
