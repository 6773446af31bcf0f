import { z } from 'zod';

export const END_CAUSES = [
  'completed',
  'caller_cancelled',
  'no_answer',
  'busy',
  'declined',
  'answered_elsewhere',
  'voicemail',
  'out_of_hours',
  'queue_timeout',
  'unreachable',
  'not_found',
  'blocked',
  'forwarded',
  'failed',
  'lost',
] as const;

export type EndCause = (typeof END_CAUSES)[number];

/** Longer texts are cut, not refused: a caller's name is data, and a PBX cannot be taught manners (R27). */
const NAME_CHARACTERS = 120;
const ID_CHARACTERS = 200;

// Directional overrides: they would turn around what stands behind a name, also where it cannot be isolated (R27).
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Removes what PostgreSQL and screens cannot carry: NUL and control characters, and halves of surrogate pairs. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\uFFFD/g, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(BIDI_CONTROLS, '')
    .trim();
}

const shortText = z.string().transform((text) => [...clean(text)].slice(0, NAME_CHARACTERS).join(''));
const id = z
  .string()
  .transform(clean)
  .pipe(z.string().min(1, 'must not be empty').max(ID_CHARACTERS, `must have at most ${ID_CHARACTERS} characters`));
const extension = z.string().regex(/^[0-9A-Za-z_.-]{1,32}$/, 'must be an extension: up to 32 letters or digits');

const webAddress = z
  .string()
  .transform(clean)
  .pipe(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }));

const Party = z.object({ number: shortText.optional(), name: shortText.optional() });
const Direction = z.enum(['inbound', 'outbound', 'internal']);

const Subject = z.object({
  callId: id,
  legId: id.optional(),
  direction: Direction.optional(),
  from: Party.optional(),
  to: Party.optional(),
  line: shortText.optional(),
  extension: extension.optional(),
});

const End = z.object({
  cause: z.enum(END_CAUSES),
  by: z.enum(['caller', 'operator', 'system', 'unknown']).default('unknown'),
  sip: z.int().optional(),
  q850: z.int().optional(),
});

const Transfer = z.object({
  kind: z.enum(['blind', 'attended']),
  fromExtension: extension.nullish(),
  toExtension: extension.nullish(),
  toNumber: shortText.nullish(),
  consultCallId: id.nullish(),
});

// Far beyond any clock that is merely wrong, and within what every later sum of seconds can hold.
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

const common = {
  occurredAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getTime() >= EARLIEST && at.getTime() < LATEST, 'must lie between the years 2000 and 2100'),
  seq: z.int().nonnegative().optional(),
};
const OnCall = z.object({ ...common, call: Subject });
const OnLeg = z.object({ ...common, call: Subject.extend({ legId: id }) });
const OnDevice = z.object({ ...common, device: z.object({ extension }) });

/** One normalised event from any PBX, the same for every vendor (events.md). Closed: a type that the fold forgets does not compile. */
export const PbxEvent = z.discriminatedUnion('type', [
  OnCall.extend({ type: z.literal('call.offered'), call: Subject.extend({ direction: Direction }) }),
  OnCall.extend({ type: z.literal('call.queued') }),
  OnLeg.extend({ type: z.literal('leg.ringing') }),
  OnLeg.extend({ type: z.literal('leg.ended'), end: End }),
  OnCall.extend({ type: z.literal('call.answered') }),
  OnCall.extend({ type: z.literal('call.held') }),
  OnCall.extend({ type: z.literal('call.resumed') }),
  OnCall.extend({ type: z.literal('call.transferred'), transfer: Transfer }),
  OnCall.extend({ type: z.literal('call.ended'), end: End }),
  OnCall.extend({
    type: z.literal('recording.ready'),
    recording: z.object({ url: webAddress, seconds: z.number().nonnegative() }),
  }),
  OnDevice.extend({ type: z.literal('device.registered') }),
  OnDevice.extend({ type: z.literal('device.unregistered') }),
]);

export type PbxEvent = z.infer<typeof PbxEvent>;
/** An event as it travels: `occurredAt` is an ISO string. */
export type PbxEventInput = z.input<typeof PbxEvent>;

export const MAX_EVENTS_PER_POST = 100;

const ManyEvents = z
  .array(PbxEvent)
  .min(1, 'must hold at least one event')
  .max(MAX_EVENTS_PER_POST, `must hold at most ${MAX_EVENTS_PER_POST} events`);

/** What one POST carries: an event, or an array of 1 to 100. Chosen by the body, so that an issue names the field at fault. */
export function parsePost(body: unknown): z.ZodSafeParseResult<PbxEvent[]> {
  return Array.isArray(body) ? ManyEvents.safeParse(body) : OneEvent.safeParse(body);
}

const OneEvent = PbxEvent.transform((event) => [event]);
