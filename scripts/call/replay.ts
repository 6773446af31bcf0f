import { NO_CALLS, translate } from '../../lib/pbx/asterisk.ts';
import type { AmiEvent } from '../../lib/pbx/asterisk-ami.ts';
import type { PbxEventInput } from '../../lib/pbx/envelope.ts';
import { readSample, SAMPLE_PBX, type SampleName } from '../../lib/pbx/samples/read-sample.ts';

/** Asterisk says in one moment what it sends as several events: they travel in one post. */
const ONE_MOMENT_MS = 20;

const CHANNEL_ID = /(Uniqueid|Linkedid)$/;
const RUSSIAN_NUMBER = /^[78](\d{10})$/;

/**
 * What the bridge would have posted for a sample, as if its calls were new: `run` makes ids that nobody has seen,
 * and the capture's numbers become E.164, since the source they are posted to is of another country.
 */
export function translateSample(sample: SampleName, run: string): PbxEventInput[] {
  let state = NO_CALLS;
  return readSample(sample).flatMap((event) => {
    const translation = translate(state, asNew(event, run), SAMPLE_PBX);
    state = translation.state;
    return translation.events;
  });
}

function asNew(event: AmiEvent, run: string): AmiEvent {
  const fields = Object.entries(event).map(([name, text]) => [
    name,
    CHANNEL_ID.test(name) ? `${run}-${text}` : text.replace(RUSSIAN_NUMBER, '+7$1'),
  ]);
  return { ...event, ...Object.fromEntries(fields) };
}

/** Moves all events in time, so that the first happens at `start`. */
export function startingAt(events: PbxEventInput[], start: Date): PbxEventInput[] {
  const shift = start.getTime() - timeOf(events[0]);
  return events.map((event) => ({ ...event, occurredAt: new Date(timeOf(event) + shift).toISOString() }));
}

/** The events as the posts that Asterisk's bridge would send; `afterMs` counts from the first. */
export function toPosts(events: PbxEventInput[]): { afterMs: number; events: PbxEventInput[] }[] {
  const posts: { afterMs: number; events: PbxEventInput[] }[] = [];
  for (const event of events) {
    const afterMs = timeOf(event) - timeOf(events[0]);
    const current = posts.at(-1);
    if (current && afterMs - current.afterMs <= ONE_MOMENT_MS) current.events.push(event);
    else posts.push({ afterMs, events: [event] });
  }
  return posts;
}

export function durationMs(events: PbxEventInput[]): number {
  return timeOf(events.at(-1)) - timeOf(events[0]);
}

/** The calls that events speak of, in the order of their first event. */
export function callIdsOf(events: PbxEventInput[]): string[] {
  return [...new Set(events.flatMap((event) => ('call' in event ? event.call.callId : [])))];
}

function timeOf(event: PbxEventInput | undefined): number {
  return event ? new Date(event.occurredAt).getTime() : 0;
}
