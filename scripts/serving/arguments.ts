import { parseArgs } from 'node:util';
import { Failure } from '../failure.ts';

/** What the words after `npm run demo --` ask for. */
export function readServeArguments(args: string[]): { withAsterisk: boolean } {
  try {
    const { values } = parseArgs({ args, options: { asterisk: { type: 'boolean', default: false } } });
    return { withAsterisk: values.asterisk };
  } catch {
    throw new Failure(`"${args.join(' ')}" is not understood. The demo takes one word: --asterisk, for a real PBX.`);
  }
}
