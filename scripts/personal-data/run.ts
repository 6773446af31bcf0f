import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { personParts } from '../../lib/personal-data/command.ts';
import { Failure } from '../failure.ts';
import type { PersonCommand } from './arguments.ts';

const OWNER_ONLY = 0o600;

/** Does what the page "Personal data" does, and answers with a sentence. Loaded when the environment is settled. */
export async function runPersonCommand(command: PersonCommand, at: Date): Promise<string> {
  const person = await personParts(command.number);
  if (!person) throw new Failure(`"${command.number}" is no telephone number.`);
  const { scope, footprint } = person;
  if (person.isLine) throw new Failure(`${scope.e164} is a line of your own: its calls are those of everybody who rang it.`);
  const counts = Object.entries(footprint).map(([kind, count]) => `  ${kind}: ${count}`);

  if (command.act === 'export') {
    if (existsSync(command.out)) throw new Failure(`${command.out} is there already: name another file.`);
    const document = await person.export(at);
    await pipeline(Readable.from(document), createWriteStream(command.out, { flags: 'wx', mode: OWNER_ONLY }));
    return `What is stored about ${scope.e164} is in ${command.out}:\n${counts.join('\n')}`;
  }

  if (!command.isConfirmed) {
    throw new Failure(
      `This would erase what is stored about ${scope.e164}, for good:\n${counts.join('\n')}\n\nSay --yes to do it.`,
    );
  }
  const outcome = await person.erase(at);
  switch (outcome.kind) {
    case 'erased':
      return `Erased, with the statistics still right:\n${counts.join('\n')}`;
    case 'busy':
      throw new Failure('A call of theirs is up, or a delivery is under way. Erase them when it has ended.');
    case 'ofDriver':
      throw new Failure('This is a driver’s number. Take it away from the driver first.');
    case 'ofLine':
    case 'notFound':
    case 'notConfirmed':
      throw new Failure('Nobody has this number any more.');
  }
}
