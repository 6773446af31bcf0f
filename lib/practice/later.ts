import { log } from '../log.ts';

/** What a practice PBX does by itself a while from now. It lives in this process only; where that dies before, the sweep ends the call. */
export function later(ms: number, pbxCallId: string, step: () => Promise<unknown>): void {
  const run = () => step().catch((error) => log.error({ err: error, pbxCallId }, 'A practice call could not go on by itself'));
  setTimeout(() => void run(), ms).unref();
}
