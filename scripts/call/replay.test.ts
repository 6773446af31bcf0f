import { describe, expect, test } from 'vitest';
import { PbxEvent } from '../../lib/pbx/envelope.ts';
import { SAMPLES } from '../../lib/pbx/samples/read-sample.ts';
import { callIdsOf, durationMs, startingAt, toPosts, translateSample } from './replay.ts';

const START = new Date('2026-01-31T10:00:00.000Z');

describe('a replayed sample', () => {
  test('has numbers that any source can read', () => {
    const [offered] = translateSample('inbound_answered', 'run');

    expect(offered).toMatchObject({ call: { from: { number: '+79161234567' }, line: '+78001000001' } });
  });

  test('has ids that no other run has, the same throughout the run', () => {
    const events = translateSample('attended_transfer', 'run');

    expect(callIdsOf(events)).toEqual(['run-1795308747.48', 'run-1795308751.50']);
    expect(events.find((event) => event.type === 'call.transferred')).toMatchObject({
      transfer: { fromExtension: '101', toExtension: '102', consultCallId: 'run-1795308751.50' },
    });
    expect(callIdsOf(translateSample('attended_transfer', 'other'))[0]).not.toBe(callIdsOf(events)[0]);
  });

  test.each(SAMPLES)('%s keeps its extensions and its schema', (sample) => {
    for (const event of translateSample(sample, 'run')) {
      expect(PbxEvent.safeParse(event).success).toBe(true);
      expect(JSON.stringify(event)).not.toMatch(/"[78]\d{10}"/);
    }
  });
});

describe('the time of a replay', () => {
  test('begins when it is told to and keeps the rhythm', () => {
    const events = translateSample('inbound_missed', 'run');
    const moved = startingAt(events, START);

    expect(moved[0]?.occurredAt).toBe(START.toISOString());
    expect(durationMs(moved)).toBe(durationMs(events));
    expect(Math.round(durationMs(moved) / 1000)).toBe(6);
  });

  test('nothing to move', () => {
    expect(startingAt([], START)).toEqual([]);
    expect(toPosts([])).toEqual([]);
    expect(durationMs([])).toBe(0);
  });

  test('what Asterisk says in one moment travels in one post, in order', () => {
    const events = translateSample('answered_elsewhere', 'run');
    const posts = toPosts(events);

    expect(posts.map((post) => post.events.map((event) => event.type))).toEqual([
      ['call.offered', 'call.queued', 'leg.ringing', 'leg.ringing'],
      ['call.answered', 'leg.ended'],
      ['leg.ended', 'call.ended'],
    ]);
    expect(posts.flatMap((post) => post.events)).toEqual(events);
    expect(posts.map((post) => Math.round(post.afterMs / 1000))).toEqual([0, 1, 4]);
  });
});
