import { LRUCache } from 'lru-cache';

type Rate = { perSecond: number; burst: number };
export type Bucket = { tokens: number; at: number };

/**
 * A token bucket: takes `cost` tokens, or says in how many whole seconds there will be enough.
 * `nowMs` comes from a clock that never runs back.
 */
export function takeTokens(
  bucket: Bucket | undefined,
  cost: number,
  rate: Rate,
  nowMs: number,
): { bucket: Bucket; waitSeconds: number } {
  const passed = bucket ? Math.max(0, nowMs - bucket.at) / 1000 : 0;
  const tokens = bucket ? Math.min(rate.burst, bucket.tokens + passed * rate.perSecond) : rate.burst;

  if (tokens < cost)
    return { bucket: { tokens, at: nowMs }, waitSeconds: Math.max(1, Math.ceil((cost - tokens) / rate.perSecond)) };
  return { bucket: { tokens: tokens - cost, at: nowMs }, waitSeconds: 0 };
}

const KEPT_SOURCES = 1_000;
const buckets = new LRUCache<string, Bucket>({ max: KEPT_SOURCES });

/** Seconds the source has to wait before it may post so many events; 0 when it may now. Per process. */
export function waitForEvents(sourceId: string, events: number, rate: Rate): number {
  const taken = takeTokens(buckets.get(sourceId), events, rate, performance.now());
  buckets.set(sourceId, taken.bucket);
  return taken.waitSeconds;
}
