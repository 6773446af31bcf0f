import { z } from 'zod';
import { CUSTOMER_CLASSES } from '../customers/types.ts';
import { MAX_INTEREST_CHARACTERS } from '../interests/limits.ts';
import { plainText } from '../plain-text.ts';
import { MAX_SEARCH_CHARACTERS } from '../search-limit.ts';
import { TypedSearch } from '../search-text.ts';
import { typedText } from '../typed-text.ts';
import { MAX_DRAFT_CHARACTERS } from './limits.ts';
import { type DraftContent as Content, NEW_INTEREST } from './types.ts';

/** A moment in the middle of typing: the spaces at its end are part of it. */
const typing = z.string().max(MAX_DRAFT_CHARACTERS, 'tooLong').transform(plainText).optional();

export const DraftContent = z.object({
  name: typing,
  company: typing,
  class: z.enum(CUSTOMER_CLASSES).optional(),
  city: typing,
  note: typing,
  customerId: z
    .union([z.uuid(), z.literal('')])
    .nullable()
    .optional(),
  interestId: z.union([z.uuid(), z.literal(NEW_INTEREST), z.literal('')]).optional(),
  subject: typing,
  whatToDo: typing,
  serviceTypeId: z.union([z.uuid(), z.literal('')]).optional(),
  description: typing,
}) satisfies z.ZodType<Content>;

export const SaveDraft = z.object({
  callId: z.uuid(),
  /** What the browser knows: a draft that was registered since takes nothing more from it. */
  version: z.int().min(0),
  /** Only what was written. */
  changes: DraftContent,
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** `version`: as it was seen when it was thrown away. */
export const DropDraft = z.object({ callId: z.uuid(), version: z.int().min(0) });
export type DropDraft = z.infer<typeof DropDraft>;

export const CallOfInquiry = z.uuid();
/** Of a call, of a customer's card, or of neither. */
export const OpenInquiry = z.object({ callId: z.uuid().nullable(), customerId: z.uuid().nullable() });
export const SearchInquiry = z.object({ text: TypedSearch });

const ServiceType = z.uuid().nullable();
const what = {
  whatToDo: typedText(MAX_INTEREST_CHARACTERS.whatToDo),
  serviceTypeId: ServiceType,
  description: typedText(MAX_INTEREST_CHARACTERS.description),
};
const Subject = typedText(MAX_INTEREST_CHARACTERS.subject).refine((subject) => subject !== '', 'subjectMissing');

const OfCustomer = z.object({ kind: z.literal('customer'), customerId: z.uuid() });
const OfPotential = z.object({
  kind: z.literal('potential'),
  name: typedText(MAX_INTEREST_CHARACTERS.name),
  company: typedText(MAX_INTEREST_CHARACTERS.company),
  /** Another number than the call's, or of somebody without a call: as it was typed. */
  phone: typedText(MAX_SEARCH_CHARACTERS).default(''),
  /** None of the customers who have the number. */
  isChosen: z.boolean().default(false),
});

export const RegisterInquiry = z.object({
  /** Made by the browser, the same each time this is sent: what is repeated after a lost answer is done once. */
  registrationId: z.uuid(),
  /** Null for one that came without a call. */
  callId: z.uuid().nullable(),
  opensInterest: z.boolean(),
  inquiry: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('existing'),
      interestId: z.uuid(),
      /** What the interest said when it was chosen. */
      from: z.object({ whatToDo: z.string().max(MAX_INTEREST_CHARACTERS.whatToDo), serviceTypeId: ServiceType }),
      /** Who the caller said they are, where somebody took it down. */
      who: z.object({ name: typedText(MAX_INTEREST_CHARACTERS.name), company: typedText(MAX_INTEREST_CHARACTERS.company) }),
      ...what,
    }),
    z.object({
      kind: z.literal('new'),
      /** Made by the browser: a repeated save is the same interest. */
      interestId: z.uuid(),
      of: z.discriminatedUnion('kind', [OfCustomer, OfPotential]),
      subject: Subject,
      ...what,
    }),
  ]),
});
export type RegisterInquiry = z.infer<typeof RegisterInquiry>;
