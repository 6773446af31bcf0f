import type { LiveCallBack } from '@/lib/call-backs/types';

/** What was heard of a row, and when the server said it. */
export type CallBackNews = { atMs: number; callBack: LiveCallBack | null };

/**
 * What rows that the server began to read at that time do not know yet. It says a thing once it is stored, so that whatever it read
 * afterwards has it; a list that was asked for before may still come after the news.
 */
export function newsSince(readAtMs: number, heard: ReadonlyMap<string, CallBackNews>): ReadonlyMap<string, CallBackNews> {
  return new Map([...heard].filter(([, { atMs }]) => atMs >= readAtMs));
}
