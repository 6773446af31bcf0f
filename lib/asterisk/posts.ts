import { log } from '../log.ts';
import { type AmiEvent, field } from '../pbx/asterisk-ami.ts';
import { PbxEvent, type PbxEventInput } from '../pbx/envelope.ts';
import type { Post } from './post-queue.ts';

/**
 * What one AMI event says, a post for each call it speaks of. Its id is made of the event's own words: where two processes hear
 * the same Asterisk for a moment, the second to tell is a repeat.
 */
export function postsOf(event: AmiEvent, told: readonly PbxEventInput[]): Post[] {
  const about = [event.Timestamp, event.Event, field(event, 'Uniqueid'), field(event, 'DestUniqueid')].join(':');
  return toPosts(about, told);
}

/** `about` makes the ids of the posts, together with what each is about. */
export function toPosts(about: string, told: readonly PbxEventInput[]): Post[] {
  const posts = new Map<string, PbxEvent[]>();
  for (const input of told) {
    const parsed = PbxEvent.safeParse(input);
    if (!parsed.success) {
      // A number or a name that does not fit is cut, not refused: this is an id beyond all measure.
      log.warn({ type: input.type, issues: parsed.error.issues }, 'An event of Asterisk does not fit');
      continue;
    }
    const key = keyOf(parsed.data);
    posts.set(key, [...(posts.get(key) ?? []), parsed.data]);
  }
  return [...posts].map(([key, events]) => ({ key, webhookId: `ami:${about}:${key}`, events }));
}

function keyOf(event: PbxEvent): string {
  return 'call' in event ? event.call.callId : `device:${event.device.extension}`;
}
