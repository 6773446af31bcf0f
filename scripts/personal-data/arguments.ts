import { parseArgs } from 'node:util';
import { Failure } from '../failure.ts';

export type PersonCommand =
  | { act: 'export'; number: string; out: string }
  | { act: 'erase'; number: string; isConfirmed: boolean };

const USAGE = `Say what to do, and with whose number:
  npm run personal-data -- export +48600100105 --out person.json
  npm run personal-data -- erase +48600100105 --yes`;

/** Reads `export +48… --out file` or `erase +48… --yes`. Throws a Failure that says how it is written. */
export function readCommand(words: string[]): PersonCommand {
  const { values, positionals } = given(words);
  const [act, ...rest] = positionals;
  // A number may be written with blanks, and without quotes it then comes in several words.
  const number = rest.join(' ');
  if (number === '') throw new Failure(USAGE);

  if (act === 'export') {
    if (!values.out) throw new Failure(`Say where to write it: --out person.json\n\n${USAGE}`);
    return { act, number, out: values.out };
  }
  if (act === 'erase') return { act, number, isConfirmed: values.yes === true };
  throw new Failure(USAGE);
}

function given(words: string[]) {
  try {
    return parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, yes: { type: 'boolean' } } });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
