import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../data-folder.ts';
import { Failure } from '../failure.ts';

const FILE = 'practice-calls.json';
const CALLS_KEPT = 50;

const Call = z.object({ callId: z.string(), rings: z.array(z.string()), talks: z.string().nullable() });
/** By the server's address; each list with the latest call last. */
const Calls = z.record(z.string(), z.array(Call));

/** What a later command has to know of a call: whom it rings, and who talks. */
export type RememberedCall = z.infer<typeof Call>;

export type Memory = { recall(callId?: string): RememberedCall; remember(call: RememberedCall): void };

/** Remembers the calls placed at one server, in a small file of `folder`. */
export function openMemory(folder: string, url: string): Memory {
  const file = join(folder, FILE);

  function all(): z.infer<typeof Calls> {
    try {
      return Calls.parse(JSON.parse(readIfThere(file) ?? '{}'));
    } catch (error) {
      if (error instanceof Failure) throw error;
      // A file that was cut or written by another version only held what the last call was.
      return {};
    }
  }

  return {
    recall(callId) {
      const calls = all()[url] ?? [];
      if (callId) return calls.find((call) => call.callId === callId) ?? { callId, rings: [], talks: null };

      const last = calls.at(-1);
      if (!last) throw new Failure(`No call was placed at ${url} yet: start one with "npm run call -- ring".`);
      return last;
    },

    remember(call) {
      const known = all();
      const others = (known[url] ?? []).filter((each) => each.callId !== call.callId);
      writePrivately(file, JSON.stringify({ ...known, [url]: [...others, call].slice(-CALLS_KEPT) }));
    },
  };
}
