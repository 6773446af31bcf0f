import { setTimeout as wait } from 'node:timers/promises';
import { createPbx, type Pbx, type PbxOptions } from './webhook-client.ts';

/** Where a scenario plays. */
export type Stage = {
  pbx: Pbx;
  say(sentence: string): void;
  /** Does nothing when the story is told fast. */
  pause(seconds: number): Promise<void>;
  isFast: boolean;
};

export function openStage(where: PbxOptions, { isFast }: { isFast: boolean }): Stage {
  return {
    pbx: createPbx(where),
    say,
    isFast,
    pause: async (seconds) => {
      if (!isFast) await wait(seconds * 1000);
    },
  };
}

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
