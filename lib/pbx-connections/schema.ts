import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { isHost, isStunAddress, isTurnAddress } from './host.ts';
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_PATTERN_CHARACTERS,
  MAX_SECRET_CHARACTERS,
  MAX_SLUG_CHARACTERS,
  MAX_TEXT_CHARACTERS,
} from './limits.ts';

const MAX_TRUNKS = 20;

export const ConnectionParams = z.object({ id: z.uuid() });
/** `?tab=`: what of a link cannot be read is the first. */
export const ConnectionTab = z.object({ tab: z.enum(['settings', 'accounts', 'webhook']).catch('settings') });

/** One line: a line break would begin a header of its own in what a PBX is sent. */
function line(characters: number) {
  return z
    .string()
    .max(characters, 'tooLong')
    .transform((typed) => plainText(typed).trim())
    .refine((text) => !/[\r\n\t]/.test(text), 'oneLine');
}

function named(characters: number, isName: (text: string) => boolean, problem: string) {
  return line(characters).refine(isName, problem);
}

function unlessEmpty(isName: (text: string) => boolean) {
  return (text: string) => text === '' || isName(text);
}

const TRUNK = /^[0-9A-Za-z_.@-]{1,80}$/;
const isContext = (text: string) => /^[0-9A-Za-z_-]{1,79}$/.test(text);

/** Empty keeps what is stored. */
const Secret = z
  .string()
  .max(MAX_SECRET_CHARACTERS, 'tooLong')
  .refine((secret) => !/\p{Cc}/u.test(secret), 'oneLine')
  .transform((secret) => secret || undefined)
  .optional();

/** `alpha, beta` → `['alpha', 'beta']`. */
const Trunks = line(MAX_PATTERN_CHARACTERS * 5)
  .transform((typed) => [
    ...new Set(
      typed
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ])
  // Of no trunk is a call from outside: nobody who calls would be known.
  .refine((names) => names.length > 0, 'trunksMissing')
  .refine((names) => names.length <= MAX_TRUNKS && names.every((name) => TRUNK.test(name)), 'trunksInvalid');

const Pattern = line(MAX_PATTERN_CHARACTERS)
  .refine((pattern) => pattern !== '', 'patternMissing')
  .refine(isPattern, 'patternInvalid');

const SipAddress = named(MAX_ADDRESS_CHARACTERS, unlessEmpty(isWebSocket), 'sipAddressInvalid');

const Place = z.object({
  name: line(MAX_TEXT_CHARACTERS).refine((name) => name !== '', 'nameMissing'),
  country: z.string().refine((country) => isSupportedCountry(country), 'countryInvalid'),
});

const Server = z.object({
  amiHost: named(MAX_ADDRESS_CHARACTERS, isHost, 'hostInvalid'),
  amiPort: z.int('portInvalid').min(1, 'portInvalid').max(65_535, 'portInvalid'),
  amiTls: z.boolean(),
  amiUser: line(MAX_TEXT_CHARACTERS).refine((user) => user !== '', 'userMissing'),
  amiSecret: Secret,
  trunks: Trunks,
  extensionPattern: Pattern,
  dialContext: named(MAX_TEXT_CHARACTERS, isContext, 'contextInvalid'),
  resumeContext: named(MAX_TEXT_CHARACTERS, isContext, 'contextInvalid'),
  sipAddress: SipAddress,
  sipDomain: named(MAX_ADDRESS_CHARACTERS, unlessEmpty(isHost), 'hostInvalid'),
  sipRealm: line(MAX_TEXT_CHARACTERS),
  stunUrl: named(MAX_ADDRESS_CHARACTERS, unlessEmpty(isStunAddress), 'stunInvalid'),
  turnUrl: named(MAX_ADDRESS_CHARACTERS, unlessEmpty(isTurnAddress), 'turnInvalid'),
  turnSecret: Secret,
});
export type Server = z.infer<typeof Server>;

/**
 * How Offhook reaches an Asterisk; what is typed for a test goes through the same door. What concerns two fields is looked at once each
 * can be read: a pipe ends at the first of its parts that refuses.
 */
const CompleteServer = Server.pipe(
  z.custom<Server>().superRefine(({ trunks, extensionPattern, sipAddress, sipDomain }, context) => {
    const operator = new RegExp(extensionPattern);
    if (trunks.some((name) => operator.test(name))) {
      context.addIssue({ code: 'custom', path: ['trunks'], message: 'trunkLikeExtension' });
    }
    if (sipAddress !== '' && sipDomain === '') {
      context.addIssue({ code: 'custom', path: ['sipDomain'], message: 'sipDomainMissing' });
    }
  }),
);

const slug = z
  .string()
  .transform((typed) => typed.trim())
  .refine((text) => text.length <= MAX_SLUG_CHARACTERS && /^[a-z0-9][a-z0-9-]*$/.test(text), 'slugInvalid');

export const AddConnection = z.discriminatedUnion('kind', [
  Place.extend({ kind: z.literal('webhook'), slug }),
  Place.extend({ kind: z.literal('asterisk'), slug, server: CompleteServer }),
]);
export type AddConnection = z.infer<typeof AddConnection>;

/** `version` is what the form was opened on: the settings of a server belong together, so the first of two admins has them. */
export const ChangeConnection = z.object({
  connectionId: z.uuid(),
  place: Place.partial(),
  server: z.object({ version: z.int(), settings: CompleteServer }).optional(),
});
export type ChangeConnection = z.infer<typeof ChangeConnection>;

/** Without an id it is a connection that is not saved yet. */
export const TestConnection = z.object({ connectionId: z.uuid().nullable(), server: CompleteServer });
export const OfConnection = z.object({ connectionId: z.uuid() });

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function isWebSocket(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === 'wss:' || protocol === 'ws:') && username === '' && password === '' && hash === '';
}
