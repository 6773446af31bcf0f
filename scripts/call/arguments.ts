import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DEMO_SOURCE, DEMO_WEBHOOK_SECRET } from '../../lib/demo-credentials.ts';
import { SAMPLES, type SampleName } from '../../lib/pbx/samples/read-sample.ts';
import { Failure } from '../failure.ts';
import { CALLERS, EXTENSIONS, LINES } from './demo-world.ts';
import { SCENARIO_NAMES, type ScenarioName } from './scenario-names.ts';

export type Where = { url: string; source: string; secret: string };

/** What the words after `npm run call --` ask for. `callId` is undefined where the last call is meant. */
export type Command =
  | { verb: 'ring'; from: string; line: string; extensions: string[]; name?: string }
  | { verb: 'answer' | 'busy'; callId?: string; extensions: string[] }
  | { verb: 'hold' | 'resume' | 'hangup' | 'miss'; callId?: string }
  | { verb: 'transfer'; callId?: string; to: string; isAttended: boolean }
  | { verb: 'register' | 'unregister'; extensions: string[] }
  | { verb: 'outside'; from: string; line: string; ends: boolean }
  | { verb: 'replay'; sample: SampleName; isFast: boolean }
  | { verb: 'scenario'; scenario: ScenarioName; isFast: boolean; minutes: number }
  | { verb: 'help' };

const DEFAULT_BUSY_HOUR_MINUTES = 2;

const OPTIONS = {
  from: { type: 'string', default: CALLERS.vera.number },
  line: { type: 'string', default: LINES.deliveryHotline },
  extension: { type: 'string', multiple: true },
  name: { type: 'string' },
  call: { type: 'string' },
  to: { type: 'string' },
  attended: { type: 'boolean', default: false },
  fast: { type: 'boolean', default: false },
  minutes: { type: 'string', default: String(DEFAULT_BUSY_HOUR_MINUTES) },
  url: { type: 'string' },
  source: { type: 'string', default: DEMO_SOURCE },
  secret: { type: 'string', default: DEMO_WEBHOOK_SECRET },
  end: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} satisfies ParseArgsConfig['options'];

/** Throws a Failure that says in one sentence what is wrong. `defaultUrl` counts where `--url` is not given. */
export function readArguments(args: string[], defaultUrl: string): { command: Command; where: Where } {
  const { values, positionals } = parse(args);
  const [verb = 'help', subject, ...rest] = positionals;
  if (rest.length > 0) throw new Failure(`Too many words: ${rest.join(' ')}. See "npm run call -- --help".`);

  const where = { url: readUrl(values.url ?? defaultUrl), source: values.source, secret: values.secret };
  return { command: values.help ? { verb: 'help' } : toCommand(verb, subject, values), where };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Failure(`${sentence.replace(/\.$/, '')}. See "npm run call -- --help".`);
  }
}

function toCommand(verb: string, subject: string | undefined, values: Values): Command {
  const callId = values.call;
  const extensions = readExtensions(values.extension ?? []);

  switch (verb) {
    case 'ring':
      return {
        verb,
        from: values.from,
        line: values.line,
        extensions: extensions.length > 0 ? extensions : [EXTENSIONS.olga],
        name: values.name,
      };
    case 'answer':
    case 'busy':
      return { verb, callId, extensions };
    case 'hold':
    case 'resume':
    case 'hangup':
    case 'miss':
      return { verb, callId };
    case 'transfer':
      if (!values.to) throw new Failure('Whom to transfer to? Name an extension with --to, for example --to 103.');
      return { verb, callId, to: readExtension(values.to), isAttended: values.attended };
    case 'register':
    case 'unregister':
      if (extensions.length === 0) throw new Failure('Which device? Name it with --extension, for example --extension 101.');
      return { verb, extensions };
    case 'outside':
      return { verb, from: values.from, line: values.line, ends: values.end };
    case 'replay':
      return { verb, sample: oneOf(SAMPLES, subject, 'sample'), isFast: values.fast };
    case 'scenario':
      return {
        verb,
        scenario: oneOf(SCENARIO_NAMES, subject, 'scenario'),
        isFast: values.fast,
        minutes: readMinutes(values.minutes),
      };
    case 'help':
      return { verb };
    default:
      throw new Failure(`There is no command "${verb}". See "npm run call -- --help".`);
  }
}

function readUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Failure(`"${url}" is not an address: --url takes one like http://127.0.0.1:3000.`);
  }
  return url;
}

/** `--extension 101 --extension 102` and `--extension 101,102` are the same ring group. */
function readExtensions(given: string[]): string[] {
  const named = given.flatMap((each) => each.split(',')).map((each) => readExtension(each.trim()));
  return [...new Set(named)];
}

function readExtension(text: string): string {
  if (!/^[0-9A-Za-z_.-]{1,32}$/.test(text)) throw new Failure(`"${text}" is not an extension: give one like 101.`);
  return text;
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0 && minutes <= 60)) throw new Failure(`--minutes takes a number up to 60, not "${text}".`);
  return minutes;
}

function oneOf<Name extends string>(names: readonly Name[], given: string | undefined, what: string): Name {
  const name = names.find((each) => each === given);
  if (!name)
    throw new Failure(`${given ? `There is no ${what} "${given}".` : `Which ${what}?`} Choose one of: ${names.join(', ')}.`);
  return name;
}
