import { z } from 'zod';
import { Phone } from '../customers/number-schema.ts';
import { typedText } from '../typed-text.ts';
import { MAX_INTEREST_CHARACTERS } from './limits.ts';

export const Subject = typedText(MAX_INTEREST_CHARACTERS.subject).refine((subject) => subject !== '', 'subjectMissing');
export const WhatToDo = typedText(MAX_INTEREST_CHARACTERS.whatToDo);

export const InterestDetails = z.object({
  subject: Subject,
  whatToDo: WhatToDo,
  description: typedText(MAX_INTEREST_CHARACTERS.description),
  serviceTypeId: z.uuid().nullable(),
  responsibleId: z.uuid().nullable(),
  /** Whom one talks to at a customer that is a company. */
  contactId: z.uuid().nullable(),
  /** Of somebody who is no customer yet; empty for a customer's. */
  potentialName: typedText(MAX_INTEREST_CHARACTERS.name),
  potentialCompany: typedText(MAX_INTEREST_CHARACTERS.company),
  /** Theirs, as it is shown or was typed. */
  phone: Phone,
});
/** What a person says about an interest. */
export type InterestDetails = z.infer<typeof InterestDetails>;

export const ChangeInterest = z.object({
  interestId: z.uuid(),
  /** What the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
  from: InterestDetails.partial(),
  /** Only what was changed. */
  to: InterestDetails.partial(),
});
export type ChangeInterest = z.infer<typeof ChangeInterest>;

export const InterestId = z.uuid();
